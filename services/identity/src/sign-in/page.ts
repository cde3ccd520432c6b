import type { AccountGroup } from '../accounts/account.ts';
import { type Language, messages } from './messages.ts';

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const style = `
  :root { color-scheme: light dark; --ink: #1c2430; --soft: #52606f; --line: #c9d1da; --ground: #f4f6f8; --card: #fff;
    --accent: #1d5fa8; --on-accent: #fff; --bad: #a61b1b; --bad-ground: #fdecec; }
  @media (prefers-color-scheme: dark) { :root { --ink: #e8edf3; --soft: #a9b6c4; --line: #3c4a59; --ground: #12181f;
    --card: #1b232c; --accent: #8bbcf0; --on-accent: #10202f; --bad: #ffb4b4; --bad-ground: #40191c; } }
  * { box-sizing: border-box; }
  body { margin: 0; min-height: 100vh; background: var(--ground); color: var(--ink); line-height: 1.5;
    font: 1rem/1.5 'Be Vietnam Pro', system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; }
  header { display: flex; justify-content: space-between; align-items: center; gap: 1rem; padding: 1rem 1.25rem;
    max-width: 64rem; margin: 0 auto; }
  header strong { font-size: 1.125rem; }
  main { max-width: 64rem; margin: 0 auto; padding: 0 1.25rem 2rem; display: grid; gap: 1.25rem; align-items: start;
    grid-template-columns: minmax(0, 1fr); }
  @media (min-width: 48rem) { main.two { grid-template-columns: minmax(18rem, 22rem) minmax(0, 1fr); } }
  section { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1.5rem; }
  h1 { font-size: 1.5rem; line-height: 1.25; margin: 0; } h1 + p { margin: .25rem 0 1rem; color: var(--soft); }
  h2 { font-size: 1.125rem; margin: 0 0 .25rem; } h3 { font-size: 1rem; margin: 1.25rem 0 .5rem; }
  p { margin: 0 0 1rem; } a { color: var(--accent); }
  label { display: block; font-weight: 600; margin: .75rem 0 .25rem; }
  input { width: 100%; font: inherit; color: inherit; background: var(--card); padding: .625rem .75rem;
    border: 1px solid var(--soft); border-radius: .5rem; min-height: 2.75rem; }
  button { font: inherit; cursor: pointer; border-radius: .5rem; min-height: 2.75rem; padding: .5rem .75rem; }
  .primary { width: 100%; margin: 1.25rem 0 .75rem; background: var(--accent); color: var(--on-accent);
    border: 1px solid var(--accent); font-weight: 600; }
  ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); }
  .account { width: 100%; height: 100%; text-align: start; background: none; color: inherit; border: 1px solid var(--line); }
  .account:hover { border-color: var(--accent); } .account span { display: block; color: var(--soft); font-size: .875rem; }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  .alert { background: var(--bad-ground); color: var(--bad); border-radius: .5rem; padding: .75rem; margin: 0 0 1rem;
    border: 1px solid currentColor; }
`;

export interface Frame {
  language: Language;
  nonce: string;
  title: string;
  body: string;
  wide?: boolean;
  /** Where the other language is to be had. */
  otherLanguageUrl?: string;
  script?: string;
}

export function renderFrame({ language, nonce, title, body, wide, otherLanguageUrl, script }: Frame): string {
  const words = messages[language];
  const other = language === 'vi' ? 'en' : 'vi';
  const link = otherLanguageUrl
    ? `<a href="${escapeHtml(otherLanguageUrl)}" lang="${other}" hreflang="${other}">${words.otherLanguage}</a>`
    : '';
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)} – ${words.product}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<header><strong>${words.product}</strong>${link}</header>
<main${wide ? ' class="two"' : ''}>
${body}
</main>
${script ? `<script nonce="${nonce}">${script}</script>` : ''}
</body>
</html>`;
}

export interface SignInPage {
  language: Language;
  nonce: string;
  action: string;
  cancelAction: string;
  clientId: string;
  groups: readonly AccountGroup[];
  login?: string;
  fault?: string | undefined;
}

/** Works without a script: typing posts a name and a password, choosing posts the account's button. */
export function renderSignIn(page: SignInPage): string {
  const words = messages[page.language];
  const portal = words.portals[page.clientId];
  const alert = page.fault ? `<p class="alert" role="alert" id="fault">${escapeHtml(page.fault)}</p>` : '';
  const invalid = page.fault ? ' aria-invalid="true" aria-describedby="fault"' : '';
  const body = `<section aria-labelledby="title">
<h1 id="title">${words.title}</h1>
<p>${portal ? escapeHtml(words.to(portal)) : ''}</p>
${alert}<form method="post" action="${escapeHtml(page.action)}">
<input type="hidden" name="language" value="${page.language}">
<label for="login">${words.login}</label>
<input id="login" name="login" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="100" value="${escapeHtml(page.login ?? '')}"${invalid}>
<label for="password">${words.password}</label>
<input id="password" name="password" type="password" autocomplete="current-password" required maxlength="200"${invalid}>
<button class="primary" type="submit">${words.submit}</button>
</form>
<a href="${escapeHtml(page.cancelAction)}">${words.cancel}</a>
</section>
<section aria-labelledby="accounts">
<h2 id="accounts">${words.demonstration}</h2>
<p>${words.explanation}</p>
<form method="post" action="${escapeHtml(page.action)}">
<input type="hidden" name="language" value="${page.language}">
${page.groups.map((group) => renderGroup(group, page.language)).join('\n')}
</form>
</section>`;
  const other = page.language === 'vi' ? 'en' : 'vi';
  const { language, nonce } = page;
  return renderFrame({ language, nonce, title: words.title, body, wide: true, otherLanguageUrl: `?lang=${other}` });
}

function renderGroup(group: AccountGroup, language: Language): string {
  const items = group.accounts.map((account) => {
    const name = language === 'vi' ? account.displayName : account.displayNameEn;
    return `<li><button class="account" name="account" value="${escapeHtml(account.login)}">${escapeHtml(name)}<span>${escapeHtml(account.login)}</span></button></li>`;
  });
  return `<h3>${messages[language].groups[group.key]}</h3>\n<ul>\n${items.join('\n')}\n</ul>`;
}

export function renderNotice(language: Language, nonce: string, title: string, text: string): string {
  const body = `<section><h1>${escapeHtml(title)}</h1><p></p><p>${escapeHtml(text)}</p></section>`;
  return renderFrame({ language, nonce, title, body });
}

/** The portal has already asked; a browser that runs scripts goes on by itself. */
export function renderSignOut(language: Language, nonce: string, form: string): string {
  const words = messages[language];
  const body = `<section><h1>${words.signOut}</h1><p>${words.signOutQuestion}</p>${form}
<button class="primary" id="confirm" type="submit" form="op.logoutForm" name="logout" value="yes">${words.signOutYes}</button></section>`;
  const script = "document.getElementById('confirm').click()";
  return renderFrame({ language, nonce, title: words.signOut, body, script });
}
