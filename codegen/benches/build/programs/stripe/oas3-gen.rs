//! Five calls of Stripe's API.

use client::{
    GetBalanceRequest, GetChargesChargeRequest, GetChargesRequest, GetCustomersCustomerRequest, GetCustomersRequest,
    StripeApiClient,
};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = StripeApiClient::with_base_url("http://127.0.0.1:1")?;
    client.get_balance(GetBalanceRequest::default()).await?;
    client.get_customers(GetCustomersRequest::default()).await?;
    client.get_customers_customer(GetCustomersCustomerRequest::default()).await?;
    client.get_charges(GetChargesRequest::default()).await?;
    client.get_charges_charge(GetChargesChargeRequest::default()).await?;
    Ok(())
}
