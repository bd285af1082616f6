//! Five calls of Stripe's API.

use client::Client;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder().base_url("http://127.0.0.1:1").build()?;
    client.get_balance().await?;
    client.get_customers().await?;
    client.get_customers_customer("customer").await?;
    client.get_charges().await?;
    client.get_charges_charge("charge").await?;
    Ok(())
}
