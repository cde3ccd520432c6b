const trips = 'lt-sign-in-trips';

/** To the issuer and back to this page; gives up when the way back keeps ending here without a session. */
export function signIn(): boolean {
  const made = Number(sessionStorage.getItem(trips) ?? 0);
  if (made >= 2) {
    sessionStorage.removeItem(trips);
    return false;
  }
  sessionStorage.setItem(trips, String(made + 1));
  location.assign(signInAddress());
  return true;
}

export const signInAddress = () => `/sign-in?return=${encodeURIComponent(location.pathname + location.search)}`;

export function arrived(): void {
  sessionStorage.removeItem(trips);
  sessionStorage.removeItem(left);
}

const left = 'lt-signed-out';

/** The issuer sends everybody to the first page after signing out; this tab should not sign in again by itself. */
export function hasJustSignedOut(): boolean {
  return sessionStorage.getItem(left) !== null;
}

const tabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('lt-session') : undefined;

/** Every tab shows one session: a new role or the end of it reaches the others too. */
export function followOtherTabs(): void {
  if (tabs) tabs.onmessage = () => location.reload();
}

const post = (path: string, body?: unknown) =>
  fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-requested-with': 'lienthong' },
    body: JSON.stringify(body ?? {}),
  });

export async function actAs(membershipId: string): Promise<void> {
  const answer = await post('/session/membership', { membershipId });
  if (!answer.ok) return;
  tabs?.postMessage('membership');
  location.assign('/');
}

/** The server ends its own session and says where the issuer ends its. */
export async function signOut(): Promise<void> {
  const answer = await post('/sign-out');
  const { location: next } = (await answer.json().catch(() => ({}))) as { location?: string };
  sessionStorage.setItem(left, 'yes');
  tabs?.postMessage('signed-out');
  location.assign(next ?? '/signed-out');
}
