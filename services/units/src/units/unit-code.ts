const FORM = /^[A-Z0-9]+(\.[A-Z0-9]+)*$/;

/** Decision 20/2020/QĐ-TTg: at most 35 characters, groups of capitals and digits joined by full stops. */
export function isUnitCode(code: string): boolean {
  return code.length <= 35 && FORM.test(code);
}
