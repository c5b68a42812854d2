#!/bin/sh
# After a deployment: forgets the secrets that were given for it, and tells the app registration where the app is and
# which identity may speak for it. Running it twice changes nothing.
set -eu
for name in LINK_KEY LINK_KEY_PREVIOUS AUTHOR_KEY PUSH_KEY OPERATIONS_KEY SMTP_PASSWORD TEAMS_URL; do
  azd env set "CRISIS_NEW_$name" ""
done

[ -n "${CRISIS_ENTRA_CLIENT_ID:-}" ] || exit 0
tenant="$(az account show --query tenantId -o tsv)"
redirect="${CRISIS_PUBLIC_URL:?}/.auth/login/aad/callback"
if ! az ad app update --id "$CRISIS_ENTRA_CLIENT_ID" --web-redirect-uris "$redirect" 2>/dev/null; then
  echo "The app registration $CRISIS_ENTRA_CLIENT_ID is not yours to change. Its administrator adds" >&2
  echo "  redirect URI          $redirect" >&2
  echo "  federated credential  issuer https://login.microsoftonline.com/$tenant/v2.0, subject ${CRISIS_IDENTITY_PRINCIPAL_ID:?}, audience api://AzureADTokenExchange" >&2
  exit 0
fi
known="$(az ad app federated-credential list --id "$CRISIS_ENTRA_CLIENT_ID" --query "[?subject=='${CRISIS_IDENTITY_PRINCIPAL_ID:?}'] | length(@)" -o tsv)"
if [ "$known" = 0 ]; then
  az ad app federated-credential create --id "$CRISIS_ENTRA_CLIENT_ID" --parameters "{
    \"name\": \"crisis-app\",
    \"issuer\": \"https://login.microsoftonline.com/$tenant/v2.0\",
    \"subject\": \"$CRISIS_IDENTITY_PRINCIPAL_ID\",
    \"audiences\": [\"api://AzureADTokenExchange\"]
  }" >/dev/null
fi
