#!/bin/sh
# Makes the app registration by which people sign in, for those who may. Who may not asks an administrator for one, sets
# CRISIS_ENTRA_CLIENT_ID and goes on; without any, the pages ask for a personal link by mail.
set -eu
name="crisis-${AZURE_ENV_NAME:?}"
id="$(az ad app list --display-name "$name" --query '[0].appId' -o tsv 2>/dev/null || true)"
if [ -z "$id" ]; then
  id="$(az ad app create --display-name "$name" --sign-in-audience AzureADMyOrg --enable-id-token-issuance true \
    --query appId -o tsv 2>/dev/null || true)"
fi
if [ -z "$id" ]; then
  echo "You may not make app registrations here. Ask an administrator for one named $name and run" >&2
  echo "  azd env set CRISIS_ENTRA_CLIENT_ID <client id>" >&2
  echo "Until then the pages ask for a personal link by mail." >&2
  exit 0
fi
az ad sp show --id "$id" >/dev/null 2>&1 || az ad sp create --id "$id" >/dev/null
azd env set CRISIS_ENTRA_CLIENT_ID "$id"
