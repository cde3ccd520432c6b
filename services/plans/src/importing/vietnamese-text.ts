const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
const SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;

/** One form for all text: NFC, plain spaces, no invisible marks. Line breaks stay. */
export function plainText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u2028\u2029]|\v/g, '\n')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(INVISIBLE, '')
    .replace(SPACES, ' ');
}

/** Words joined by single spaces, as a reader would copy them. */
export function oneLine(text: string): string {
  return plainText(text)
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/<\/?(ul|ol|li|p|div|b|i|strong|em|sup|sub)[^>]*>/gi, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([,;.:)])/g, '$1')
    .trim();
}

const MARKED: Record<string, string> = { đ: 'd', Đ: 'D' };

/** Lower case without any marks: "Sở Khoa học" and "SỞ KHOA HOC" are the same. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, (letter) => MARKED[letter] ?? letter)
    .toLowerCase();
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Lower case with the tone moved to the end of its syllable: "Hoá" and "Hóa", "uỷ" and "ủy" are the same. */
export function spelling(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .split(/(\s+)/)
    .map((word) => {
      const tones = word.match(TONES);
      return tones ? word.replace(TONES, '') + tones.join('') : word;
    })
    .join('')
    .normalize('NFC');
}

/** The spelling of this house: "ủy", "hóa", "thủy", where a document writes "uỷ", "hoá", "thuỷ". */
export function houseSpelling(text: string): string {
  return text
    .normalize('NFC')
    .replace(/(?<!q)(u|U)([ỳýỷỹỵ])(?!\p{L})/giu, (_all, u: string, y: string) => {
      const tone = { ỳ: 'ù', ý: 'ú', ỷ: 'ủ', ỹ: 'ũ', ỵ: 'ụ' }[y.toLowerCase()] ?? u;
      return (u === 'U' ? tone.toUpperCase() : tone) + (y === y.toUpperCase() ? 'Y' : 'y');
    })
    .replace(/(o|O)([àáảãạ])(?!\p{L})/gu, (_all, o: string, a: string) => {
      const tone = { à: 'ò', á: 'ó', ả: 'ỏ', ã: 'õ', ạ: 'ọ' }[a] ?? o;
      return `${o === 'O' ? tone.toUpperCase() : tone}a`;
    });
}

const COMPOUND_BREAK = /(\d+)\s*-\s+(?=\p{Lu}+\/)/gu;

/** Joins the lines of one cell. A document number that was cut at its hyphen ("07- TB/…") grows together again. */
export function joinLines(lines: readonly string[]): string {
  return oneLine(lines.join(' '))
    .replace(COMPOUND_BREAK, '$1-')
    .replace(/(\p{L}-\p{Lu}*)\s+(?=\p{Lu}+\/)/gu, '$1')
    .replace(/(\/\p{Lu}+-)\s+(?=\p{Lu}{2})/gu, '$1');
}
