import { fold, houseSpelling, oneLine, spelling } from '../vietnamese-text.ts';

function plain(name: string): string {
  return spelling(houseSpelling(oneLine(name)))
    .replace(/[^\p{L}\p{M}]+/gu, ' ')
    .trim();
}

/** The ministries from March 2025. */
const NAMES = [
  'Quốc phòng',
  'Công an',
  'Ngoại giao',
  'Nội vụ',
  'Tư pháp',
  'Tài chính',
  'Công Thương',
  'Nông nghiệp và Môi trường',
  'Xây dựng',
  'Văn hóa, Thể thao và Du lịch',
  'Khoa học và Công nghệ',
  'Giáo dục và Đào tạo',
  'Y tế',
  'Dân tộc và Tôn giáo',
].map((name) => `Bộ ${name}`);
const MINISTRIES = new Set(NAMES.map(plain));
const UNMARKED = new Map(NAMES.map((name) => [fold(plain(name)), name]));

/** The ministry whose name has the same letters, whatever became of its marks: "Bộ Tài chinh". */
export const ministryOf = (words: string): string | null => UNMARKED.get(fold(plain(words))) ?? null;

const CENTRAL =
  /^([Bb]ộ (?!Chỉ huy)\p{Lu}|[Bb]an [\p{L} ]*Trung ương|[Vv]ăn phòng (Trung ương|Chính phủ|Quốc hội|Chủ tịch nước)|Chính phủ|Thủ tướng|[Tt][òoaà]{2} án nhân dân tối cao|Viện kiểm sát nhân dân tối cao|Quốc hội|Trung ương|Ngân hàng Nhà nước|Thanh tra Chính phủ)/u;

export const isCentral = (words: string): boolean => CENTRAL.test(words);

export const isMinistry = (name: string): boolean => MINISTRIES.has(plain(name));

/** "Bộ Tài chinh": a ministry by its first word, but none that there is; abbreviations ("Bộ KH&CN") are not judged. */
export const isMisspeltMinistry = (name: string): boolean =>
  /^bộ /iu.test(name) && !/\p{Lu}{2}/u.test(name) && !MINISTRIES.has(plain(name));
