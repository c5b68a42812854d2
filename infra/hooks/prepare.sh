#!/bin/sh
# Before a deployment: chooses the parameters, fixes the month in which the budget began, makes the keys that are not in
# the vault yet, and, if asked for, the app registration. Running it twice changes nothing.
set -eu
root="$(cd "$(dirname "$0")/../.." && pwd)"
stage="${CRISIS_STAGE:-dev}"
name="${AZURE_ENV_NAME:?choose an environment first: azd env new NAME}"

[ -f "$root/infra/main.$stage.bicepparam" ] || {
  echo "CRISIS_STAGE is '$stage', but infra/main.$stage.bicepparam is not there: say dev or prod." >&2
  exit 1
}
# azd reads main.bicepparam beside main.bicep; the copy is not in git.
cp "$root/infra/main.$stage.bicepparam" "$root/infra/main.bicepparam"

command -v az >/dev/null || {
  echo "The Azure CLI (az) is missing; it is needed to see which keys exist already." >&2
  exit 1
}
subscription="${AZURE_SUBSCRIPTION_ID:-$(az account show --query id -o tsv)}"
group="${AZURE_RESOURCE_GROUP:-rg-crisis-$name}"
prefix="/subscriptions/$subscription/resourceGroups/$group/providers"

if [ -z "${CRISIS_BUDGET_START:-}" ]; then
  # A budget's first day may not change: take it from the budget, if there is one.
  start="$(az rest --method get --url "$prefix/Microsoft.Consumption/budgets/crisis-$name-month?api-version=2024-08-01" \
    --query properties.timePeriod.startDate -o tsv 2>/dev/null | cut -c1-10 || true)"
  azd env set CRISIS_BUDGET_START "${start:-$(date -u +%Y-%m-01)}"
fi

# By the control plane, which shows names and no values and needs no way into a closed network.
vault="${CRISIS_KEY_VAULT:-$(az resource list --subscription "$subscription" --resource-group "$group" \
  --resource-type Microsoft.KeyVault/vaults --query '[0].name' -o tsv 2>/dev/null || true)}"
missing() {
  [ -z "$vault" ] || ! az rest --method get --url "$prefix/Microsoft.KeyVault/vaults/$vault/secrets/$1?api-version=2024-11-01" \
    --query name -o tsv >/dev/null 2>&1
}
# Two keys sign links, so that one can be changed while links of the other still hold; the author key may never change.
for pair in link-key:LINK_KEY link-key-previous:LINK_KEY_PREVIOUS author-key:AUTHOR_KEY push-key:PUSH_KEY operations-key:OPERATIONS_KEY; do
  if missing "${pair%%:*}"; then azd env set "CRISIS_NEW_${pair##*:}" "$(openssl rand -hex 32)"; fi
done

if [ "${CRISIS_SIGN_IN:-mail}" = entra ] && [ -z "${CRISIS_ENTRA_CLIENT_ID:-}" ]; then
  "$root/infra/hooks/register-app.sh"
fi
