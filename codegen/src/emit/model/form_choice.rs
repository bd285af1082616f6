//! The choice of an alternative by the form of a value.

use crate::emit::quoting::{ToTokens, TokenStream, quote};
use crate::emit::scalar::texts;
use crate::plan::{Form, FormArm, FormChoice, Keys, Name, Rest, Test, TestArm, Ty};

/// The alternative of `json`: by the first test that holds, or else by the closest form.
pub(super) fn form_choice(choice: &FormChoice) -> TokenStream {
    let FormChoice { tests, closest, combined, rest } = choice;
    let tests = tests.iter().map(|TestArm { test, variant }| {
        quote! {
            if #test {
                return runtime::variant(json, Self::#variant);
            }
        }
    });
    let last = if closest.is_empty() { quote!(runtime::no_alternative(json)) } else { by_form(closest, combined.as_ref()) };
    let choice = quote!({
        #(#tests)*
        #last
    });
    match rest {
        Some(Rest { variant, is_object: true }) => quote!({
            runtime::read_or(json, |json| runtime::variant(json, Self::#variant), |json| #choice)
        }),
        _ => choice,
    }
}

fn by_form(closest: &[FormArm], combined: Option<&Name>) -> TokenStream {
    let forms = closest.iter().map(|arm| &arm.form);
    let choose = if combined.is_some() { quote!(closest_or_combined) } else { quote!(closest) };
    let arms = closest.iter().map(|arm| &arm.variant).chain(combined).enumerate().map(|(place, variant)| {
        let place = proc_macro2::Literal::usize_unsuffixed(place);
        quote!(Some(#place) => runtime::variant(json, Self::#variant),)
    });
    quote! {
        let forms = [#(#forms),*];
        match json.#choose(&forms) {
            #(#arms)*
            _ => runtime::no_alternative(json),
        }
    }
}

impl ToTokens for Test {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::Tag { property, values } => match texts(values) {
                Some(texts) => quote!(json.has_tag(#property, &[#(#texts),*])),
                None => quote!(json.has_scalar_tag(#property, &[#(#values),*])),
            },
            Self::Keys(keys) => quote!(json.has_keys(&[#(#keys),*])),
            Self::Readable(format) => match Ty::text(Some(*format)) {
                Ty::DateTime => quote!(json.fits_date_time()),
                ty => quote!(json.fits::<#ty>()),
            },
            Self::Form(form) => test(form),
        });
    }
}

/// The test of whether `json` has a form.
fn test(form: &Form) -> TokenStream {
    match form {
        Form::Null => quote!(json.is_null()),
        Form::Boolean => quote!(json.is_boolean()),
        Form::Integer => quote!(json.is_integer()),
        Form::Number => quote!(json.is_number()),
        Form::Text => quote!(json.is_string()),
        Form::List => quote!(json.is_array()),
        Form::Object => quote!(json.is_object()),
        Form::Listed(values) => match texts(values) {
            Some(texts) => quote!(json.is_one_of(&[#(#texts),*])),
            None => quote!(json.has_form(&#form)),
        },
        Form::ExactInteger(integer) => is_written_as(&Ty::Integer(*integer)),
        Form::Format(format) => is_written_as(&Ty::text(Some(*format))),
        Form::Either(forms) => {
            let tests = forms.iter().map(test);
            quote!(#(#tests)||*)
        }
        Form::Any | Form::Items(_) | Form::Places(..) | Form::Values(_) | Form::Keys(_) => quote!(json.has_form(&#form)),
    }
}

/// The test of whether `json` is written in exactly the form of a type.
fn is_written_as(ty: &Ty) -> TokenStream {
    match ty {
        Ty::DateTime => quote!(json.is_date_time()),
        ty => quote!(json.is::<#ty>()),
    }
}

impl ToTokens for Form {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::Any => quote!(runtime::Form::Any),
            Self::Null => quote!(runtime::Form::Null),
            Self::Boolean => quote!(runtime::Form::Boolean),
            Self::Integer => quote!(runtime::Form::Integer),
            Self::Number => quote!(runtime::Form::Number),
            Self::Text => quote!(runtime::Form::Text),
            Self::List => quote!(runtime::Form::List),
            Self::Object => quote!(runtime::Form::Object),
            Self::Listed(values) => match texts(values) {
                Some(texts) => quote!(runtime::Form::Texts(&[#(#texts),*])),
                None => quote!(runtime::Form::Scalars(&[#(#values),*])),
            },
            Self::ExactInteger(_) | Self::Format(_) => {
                let test = test(self);
                quote!(runtime::Form::Written(|json| #test))
            }
            Self::Items(form) => quote!(runtime::Form::Items(&#form)),
            Self::Places(forms, is_whole) => quote!(runtime::Form::Places(&[#(#forms),*], #is_whole)),
            Self::Values(form) => quote!(runtime::Form::Values(&#form)),
            Self::Keys(Keys { required, optional, forms }) => {
                let forms = forms.iter().map(|(name, form)| quote!((#name, #form)));
                quote!(runtime::Form::Keys(&[#(#required),*], &[#(#optional),*], &[#(#forms),*]))
            }
            Self::Either(forms) => quote!(runtime::Form::Either(&[#(#forms),*])),
        });
    }
}
