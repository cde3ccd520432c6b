import type { Scope } from '../imported-document.ts';
import { fold } from '../vietnamese-text.ts';

/** The bloc that words such as "đối với khối chính quyền" name, or null. */
export function scopeOf(words: string): Scope | null {
  const text = fold(words).replace(/\s+/g, ' ');
  const bloc = /\bkhoi (cac )?(co quan )?(cua )?(hanh chinh |nha nuoc|dang|chinh quyen|mat tran|doan the|mttq)/.exec(
    text,
  )?.[0];
  const named =
    bloc ??
    (/\b(doi|dong) voi (cac )?(co quan )?(dang|cap uy|dang uy|chinh quyen|mat tran|doan the|ubnd|mttq)/.exec(
      text,
    )?.[0] ||
      null);
  if (!named) return null;
  if (/dang|cap uy/.test(named)) return 'PARTY';
  if (/chinh quyen|ubnd|nha nuoc|hanh chinh/.test(named)) return 'GOVERNMENT';
  return 'FRONT';
}

/** "Khối chính quyền: Sở …": a label before a colon that is about a bloc. */
export const SCOPE_LABEL = /(?:^|[\n;,.•+*-]\s*)((?:đối với\s+)?(?:các\s+)?(?:cơ quan\s+)?khối\s+[^:;\n]{2,60}):/giu;

/** Party papers write their symbol with a hyphen after the number ("285-KH/TU"), government papers with a stroke ("96/KH-UBND"). */
export function blocOfPaper(number: string | null, issuer: string | null): 'PARTY' | 'GOVERNMENT' | null {
  if (/^\d*\s*-/.test(number ?? '')) return 'PARTY';
  if (/^\d*\s*\//.test(number ?? '')) return 'GOVERNMENT';
  const by = fold(issuer ?? '');
  if (/^(ban thuong vu|ban chap hanh|tinh uy|thanh uy|dang uy|van phong tinh uy)\b/.test(by)) return 'PARTY';
  return /^(uy ban nhan dan|ubnd|chu tich|so |hoi dong nhan dan|hdnd)/.test(by) ? 'GOVERNMENT' : null;
}
