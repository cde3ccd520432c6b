export type Language = 'vi' | 'en';

const vi = {
  title: 'Đăng nhập',
  product: 'Liên Thông',
  to: (portal: string) => `để vào ${portal}`,
  portals: { 'party-portal': 'Cổng khối Đảng', 'government-portal': 'Cổng khối chính quyền' } as Record<string, string>,
  login: 'Tên đăng nhập',
  password: 'Mật khẩu',
  submit: 'Đăng nhập',
  cancel: 'Quay lại cổng',
  otherLanguage: 'English',
  demonstration: 'Bản trình diễn',
  explanation: 'Chọn một tài khoản dưới đây để vào ngay, không cần gõ mật khẩu.',
  groups: {
    PARTY: 'Khối Đảng',
    GOVERNMENT: 'Khối chính quyền',
    OTHER_PROVINCES: 'Tỉnh khác',
    NONE: 'Chưa gắn với cơ quan nào',
  },
  wrong: 'Tên đăng nhập hoặc mật khẩu không đúng.',
  empty: 'Hãy nhập tên đăng nhập và mật khẩu.',
  locked: (minutes: number) => `Đã nhập sai quá 5 lần. Hãy thử lại sau ${minutes} phút.`,
  expiredTitle: 'Phiên đăng nhập đã hết hạn',
  expired: 'Trang đăng nhập đã mở quá lâu hoặc đã được dùng. Hãy quay lại cổng và đăng nhập lại.',
  signOut: 'Đăng xuất',
  signOutQuestion: 'Bạn muốn đăng xuất khỏi Liên Thông?',
  signOutYes: 'Đăng xuất',
  signedOut: 'Bạn đã đăng xuất.',
  errorTitle: 'Không thể đăng nhập',
};

const en: typeof vi = {
  title: 'Sign in',
  product: 'Liên Thông',
  to: (portal) => `to the ${portal}`,
  portals: { 'party-portal': 'Party portal', 'government-portal': 'Government portal' },
  login: 'Account name',
  password: 'Password',
  submit: 'Sign in',
  cancel: 'Back to the portal',
  otherLanguage: 'Tiếng Việt',
  demonstration: 'Demonstration',
  explanation: 'Choose an account below to enter at once, without typing the password.',
  groups: {
    PARTY: 'Party bloc',
    GOVERNMENT: 'Government bloc',
    OTHER_PROVINCES: 'Other provinces',
    NONE: 'Not attached to any unit',
  },
  wrong: 'The account name or the password is wrong.',
  empty: 'Enter the account name and the password.',
  locked: (minutes) => `Wrong five times. Try again in ${minutes} minutes.`,
  expiredTitle: 'This sign-in has expired',
  expired: 'The sign-in page was open for too long or was already used. Go back to the portal and sign in again.',
  signOut: 'Sign out',
  signOutQuestion: 'Do you want to sign out of Liên Thông?',
  signOutYes: 'Sign out',
  signedOut: 'You are signed out.',
  errorTitle: 'Sign-in is not possible',
};

export const messages: Readonly<Record<Language, typeof vi>> = { vi, en };

/** The one asked for in the address, else what the client asked for, else the browser's; Vietnamese when in doubt. */
export function languageOf(...wishes: (string | null | undefined)[]): Language {
  const wish = wishes.find((candidate) => candidate && /^(vi|en)\b/i.test(candidate));
  return wish?.toLowerCase().startsWith('en') ? 'en' : 'vi';
}
