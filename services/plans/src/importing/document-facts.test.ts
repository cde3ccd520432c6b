import { describe, expect, it } from 'vitest';
import { MOTTO, NATION } from '../../test-documents/letterhead.ts';
import { readFacts } from './document-facts.ts';

const factsOf = (...lines: string[]): { issuer: string | null; issuedOn: string | null } => readFacts(lines, []);

describe('the letterhead of a document', () => {
  it.each<[string, string[], string]>([
    [
      'a page read across its two columns',
      [`ỦY BAN NHÂN DÂN TỈNH THÁI NGUYÊN ${NATION}`, `------- ${MOTTO}`, 'Số: 15/KH-UBND'],
      'Ủy ban nhân dân tỉnh Thái Nguyên',
    ],
    [
      'columns so narrow that both lines break',
      ['ỦY BAN NHÂN DÂN TỈNH THÁI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT', 'NGUYÊN NAM', `------- ${MOTTO}`],
      'Ủy ban nhân dân tỉnh Thái Nguyên',
    ],
    [
      'a province on the next line',
      [`ỦY BAN NHÂN DÂN ${NATION}`, `TỈNH ĐỒNG THÁP ${MOTTO}`, 'Số: 15/KH-UBND'],
      'Ủy ban nhân dân tỉnh Đồng Tháp',
    ],
    ['a Party paper', ['TỈNH ỦY THANH HÓA ĐẢNG CỘNG SẢN VIỆT NAM', 'Số: 15-KH/TU'], 'Tỉnh ủy Thanh Hóa'],
    ['a superior on the same line', ['BAN CHỈ ĐẠO TỈNH ĐỒNG THÁP TỔ GIÚP VIỆC', '-------', NATION], 'Tổ Giúp việc'],
    [
      'a note that says it in short',
      ['ỦY BAN NHÂN DÂN TỈNH THANH HÓA', '(Kèm theo Kế hoạch số 15/KH-UBND ngày 02/9/2025 của UBND tỉnh)'],
      'Ủy ban nhân dân tỉnh Thanh Hóa',
    ],
  ])('names the issuer in %s', (_layout, lines, issuer) => expect(factsOf(...lines).issuer).toBe(issuer));

  it.each([
    ['in italics', ['*Thanh Hóa, ngày 18 tháng 7 năm 2025*']],
    ['beside the number', ['Số: 15/KH-UBND Thanh Hóa, ngày 18 tháng 7 năm 2025']],
    ['with the year on the next line', ['Thanh Hóa, ngày 18 tháng 7 năm', '2025']],
  ])('gives the date %s', (_layout, lines) => expect(factsOf(...lines).issuedOn).toBe('2025-07-18'));
});
