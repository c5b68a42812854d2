#!/bin/sh
# Changes the key that signs links and pages. Links signed with the key before still hold; those of the key before that
# end. Needs the role Key Vault Secrets Officer on the vault, and a way into its network.
set -eu
vault="${CRISIS_KEY_VAULT:?run this by: azd env exec -- infra/hooks/rotate-link-key.sh, or set CRISIS_KEY_VAULT}"
group="${AZURE_RESOURCE_GROUP:?}"
app="${CRISIS_APP_NAME:?}"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
umask 077
az keyvault secret show --vault-name "$vault" --name link-key --query value -o tsv | tr -d '\n' >"$folder/previous"
openssl rand -hex 32 | tr -d '\n' >"$folder/current"
# By file, so that no key stands in a command line. The order matters: at no moment is the key in use unknown.
az keyvault secret set --vault-name "$vault" --name link-key-previous --file "$folder/previous" --encoding utf-8 >/dev/null
az keyvault secret set --vault-name "$vault" --name link-key --file "$folder/current" --encoding utf-8 >/dev/null
# References to secrets are looked up when the app starts, otherwise once a day.
az functionapp restart --resource-group "$group" --name "$app"
