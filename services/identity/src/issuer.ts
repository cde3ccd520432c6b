import { type Configuration, type KoaContextWithOIDC, type Account as OidcAccount, Provider } from 'oidc-provider';
import type { Pool } from 'pg';
import type { Account } from './accounts/account.ts';
import type { IdentityConfig } from './config.ts';
import { languageOf, messages } from './sign-in/messages.ts';
import { renderNotice, renderSignOut } from './sign-in/page.ts';
import { newNonce, pageHeaders } from './sign-in/routes.ts';
import { artifactAdapter } from './storage/artifact.adapter.ts';

/** What a portal may do with the graph for whoever is signed in. */
const PORTAL_SCOPE = 'graph';
const READ_SCOPES = ['units:read', 'plans:read', 'reporting:read', 'compliance:read'];

const MINUTES = 60;
const HOURS = 60 * MINUTES;

export function createIssuer(config: IdentityConfig, pool: Pool, accounts: readonly Account[]): Provider {
  const origins = clientOrigins(config);
  const provider = new Provider(config.issuerUrl, {
    adapter: artifactAdapter(pool),
    clients: config.clients,
    jwks: config.signingKeys,
    cookies: {
      keys: config.cookieKeys,
      names: { session: 'issuer_session', interaction: 'issuer_step', resume: 'issuer_resume' },
    },
    scopes: ['openid', 'offline_access', PORTAL_SCOPE, ...READ_SCOPES],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'] },
    // With a resource the access token is not for userinfo, so the name travels in the ID token.
    conformIdTokenClaims: false,
    findAccount: (_context, id) => findAccount(accounts, id),
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    loadExistingGrant: (context) => grantWithoutAsking(context, config.tokenAudience),
    // A portal keeps a person signed in as long as the issuer's own session lasts.
    issueRefreshToken: async (_context, client) => client.grantTypeAllowed('refresh_token'),
    expiresWithSession: async () => true,
    pkce: { required: (_context, client) => client.grantTypeAllowed('authorization_code') },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      revocation: { enabled: true },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: resourceIndicators(config.tokenAudience),
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (context, form) =>
          page(context, origins, (language, nonce) => renderSignOut(language, nonce, form)),
        postLogoutSuccessSource: async (context) =>
          page(context, origins, (language, nonce) =>
            renderNotice(language, nonce, messages[language].signOut, messages[language].signedOut),
          ),
      },
    },
    renderError: async (context, out) =>
      page(context, origins, (language, nonce) =>
        renderNotice(language, nonce, messages[language].errorTitle, `${out.error}: ${out.error_description ?? ''}`),
      ),
    ttl: {
      AccessToken: 10 * MINUTES,
      ClientCredentials: 30 * MINUTES,
      AuthorizationCode: MINUTES,
      IdToken: HOURS,
      Interaction: HOURS,
      Session: 12 * HOURS,
      Grant: 12 * HOURS,
      RefreshToken: 12 * HOURS,
    },
  } satisfies Configuration);
  // Behind TLS the outer address is https while this process hears http.
  provider.proxy = config.issuerUrl.startsWith('https:');
  return provider;
}

export function clientOrigins(config: Pick<IdentityConfig, 'clients'>): string[] {
  const addresses = config.clients.flatMap((client) => [
    ...(client.redirect_uris ?? []),
    ...(client.post_logout_redirect_uris ?? []),
  ]);
  return [...new Set(addresses.map((address) => new URL(address).origin))];
}

function resourceIndicators(audience: string): NonNullable<Configuration['features']>['resourceIndicators'] {
  return {
    enabled: true,
    defaultResource: async () => audience,
    useGrantedResource: async () => true,
    getResourceServerInfo: async (_context, resource) => {
      if (resource !== audience) throw new Error(`Unknown resource ${resource}.`);
      return {
        scope: [PORTAL_SCOPE, ...READ_SCOPES].join(' '),
        audience,
        accessTokenFormat: 'jwt',
      };
    },
  };
}

async function findAccount(accounts: readonly Account[], id: string): Promise<OidcAccount | undefined> {
  const account = accounts.find((candidate) => candidate.id === id);
  if (!account) return undefined;
  return {
    accountId: id,
    claims: async () => ({ sub: id, name: account.displayName, preferred_username: account.login }),
  };
}

/** Our own portals need no consent: people are asked to sign in, not to agree that their office's portal is theirs. */
async function grantWithoutAsking(
  context: KoaContextWithOIDC,
  audience: string,
): Promise<InstanceType<Provider['Grant']> | undefined> {
  const { provider, session, client, result } = context.oidc;
  const accountId = session?.accountId;
  if (!client || !accountId) return undefined;
  const known = result?.consent?.grantId ?? session.grantIdFor(client.clientId);
  const existing = known ? await provider.Grant.find(known) : undefined;
  if (existing) return existing;
  const grant = new provider.Grant({ clientId: client.clientId, accountId });
  // A scope of the graph is asked for on its own and of the resource; both must be granted.
  grant.addOIDCScope(`openid profile offline_access ${PORTAL_SCOPE}`);
  grant.addResourceScope(audience, PORTAL_SCOPE);
  await grant.save();
  return grant;
}

function page(
  context: KoaContextWithOIDC,
  origins: readonly string[],
  render: (language: 'vi' | 'en', nonce: string) => string,
): void {
  const nonce = newNonce();
  const wish = context.oidc?.params?.ui_locales;
  const language = languageOf(typeof wish === 'string' ? wish : null, context.get('accept-language'));
  context.body = render(language, nonce);
  context.set(pageHeaders(nonce, origins));
}
