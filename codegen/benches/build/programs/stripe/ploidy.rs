//! Five calls of Stripe's API.

use client::Client;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::new("http://127.0.0.1:1")?;
    client.get_balance(&Default::default(), ()).await?;
    client.get_customers(&Default::default(), ()).await?;
    client.get_customers_customer("customer", &Default::default(), ()).await?;
    client.get_charges(&Default::default(), ()).await?;
    client.get_charges_charge("charge", &Default::default(), ()).await?;
    Ok(())
}
