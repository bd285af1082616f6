//! Keys of zones, and keys that sign transfers.

use calls::{Failure, amended, worked};
use client::Client;
use client::models::{Cryptokey, CryptokeyKeytype, TsigKey, Zone, ZoneKind};

use crate::SERVER;

const NAME: &str = "signed.example.";

pub(crate) async fn all(client: &Client) -> Result<(), Failure> {
    let zone = Zone::new().name(NAME).kind(ZoneKind::Master).nameservers(vec!["ns.signed.example.".to_owned()]);
    amended("POST /servers/{server_id}/zones for a primary", client.zones().create_zone(SERVER, zone)).await?;
    zone_keys(client).await?;
    let rectified =
        amended("PUT /servers/{server_id}/zones/{zone_id}/rectify", client.zones().rectify_zone(SERVER, NAME)).await?;
    assert_eq!(rectified.result.as_deref(), Some("Rectified"));
    worked("PUT /servers/{server_id}/zones/{zone_id}/notify", client.zones().notify_zone(SERVER, NAME)).await?;
    transfer_keys(client).await
}

async fn zone_keys(client: &Client) -> Result<(), Failure> {
    let calls = client.zonecryptokey();
    let key = Cryptokey::new().keytype(CryptokeyKeytype::Csk).active(true).algorithm("ecdsap256sha256");
    let key = worked("POST .../cryptokeys", calls.create_cryptokey(SERVER, NAME, key)).await?;
    let id = key.id.ok_or("a key has an id")?.to_string();
    let keys = worked("GET .../cryptokeys", calls.list_cryptokeys(SERVER, NAME)).await?;
    assert_eq!(keys.iter().map(|key| key.active).collect::<Vec<_>>(), [Some(true)]);
    let key = worked("GET .../cryptokeys/{cryptokey_id}", calls.get_cryptokey(SERVER, NAME, &id)).await?;
    assert!(key.dnskey.is_some_and(|key| key.starts_with("257 3 13 ")) && key.ds.is_some_and(|digests| !digests.is_empty()));
    let change = Cryptokey::new().active(false).published(true);
    worked("PUT .../cryptokeys/{cryptokey_id}", calls.modify_cryptokey(SERVER, NAME, &id, change)).await?;
    worked("DELETE .../cryptokeys/{cryptokey_id}", calls.delete_cryptokey(SERVER, NAME, &id)).await
}

async fn transfer_keys(client: &Client) -> Result<(), Failure> {
    let calls = client.tsigkey();
    let key = TsigKey::new().name("transfer").algorithm("hmac-sha256");
    let key = worked("POST .../tsigkeys", calls.create_tsig_key(SERVER, key)).await?;
    let (id, secret) = (key.id.ok_or("a key has an id")?, key.key.ok_or("a key has a secret")?);
    let keys = worked("GET .../tsigkeys", calls.list_tsig_keys(SERVER)).await?;
    assert_eq!(keys.iter().map(|key| key.id.as_ref()).collect::<Vec<_>>(), [Some(&id)]);
    let key = worked("GET .../tsigkeys/{tsigkey_id}", calls.get_tsig_key(SERVER, &id)).await?;
    assert_eq!(key.key, Some(secret));
    let change = TsigKey::new().algorithm("hmac-sha512");
    let key = worked("PUT .../tsigkeys/{tsigkey_id}", calls.put_tsig_key(SERVER, &id, change)).await?;
    assert_eq!(key.algorithm.as_deref(), Some("hmac-sha512"));
    worked("DELETE .../tsigkeys/{tsigkey_id}", calls.delete_tsig_key(SERVER, &id)).await
}
