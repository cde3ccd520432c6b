/** What the law puts at the head of every paper of the state (nghị định 30/2020/NĐ-CP). */
export const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
