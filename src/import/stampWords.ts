/** Words that say that a page was changed, as pages in many languages have them before a date. */
const updatedWords: readonly string[] = [
  ...[
    '(?:last )?updated?',
    '(?:last )?modified',
    '(?:last )?revised',
    'amended',
    'last edit(?:ed)?',
  ],
  ...['mis(?:e)? à jour', 'modifié(?:e)?', 'actualisé(?:e)?', 'aktualisiert', 'aktualisierung'],
  ...[
    'geändert',
    'letzte änderung',
    'actualizad[oa]',
    'actualización',
    'modificad[oa]',
    'atualizad[oa]',
  ],
  ...[
    'atualização',
    'aggiornat[oa]',
    'aggiornamento',
    'ultima modifica',
    'bijgewerkt',
    'gewijzigd',
  ],
  ...['laatste update', 'uppdaterad', 'oppdatert', 'opdateret', 'päivitetty', 'zaktualizowano'],
  ...[
    'aktualizacja',
    'aktualizováno',
    'aktualizované',
    'upraveno',
    'frissítve',
    'actualizat',
    'ažurirano',
  ],
  ...[
    'posodobljeno',
    'atnaujinta',
    'uuendatud',
    'atjaunināts',
    'ενημερώθηκε',
    'τελευταία ενημέρωση',
  ],
  ...[
    'обновлен[оа]?',
    'обновление',
    'изменено',
    'оновлено',
    'обновено',
    'güncellendi',
    'güncelleme',
  ],
  ...['son güncelleme', 'cập nhật', 'diperbarui', 'dikemas ?kini', 'अपडेटेड', 'अद्यतन', 'আপডেট'],
  ...[
    'تحديث',
    'آخر تحديث',
    'محدث',
    'تم التعديل',
    'به‌?روز ?رسانی',
    'ویرایش',
    'עודכן',
    'עדכון אחרון',
  ],
  ...[
    'อัปเดต',
    'อัพเดต',
    'แก้ไขล่าสุด',
    '最終更新',
    '更新日時?',
    '更新时间',
    '更新時間',
    '更新',
    '修改',
  ],
  ...['최종수정', '최종 수정', '수정', '업데이트'],
];
/** Words that say when a page came out. */
const publishedWords: readonly string[] = [
  ...[
    '(?:first |originally )?published',
    'posted',
    'released?',
    'issued',
    'broadcast',
    'aired',
    'date[ds]?',
  ],
  ...[
    'publié(?:e)?',
    'paru',
    'mis en ligne',
    'veröffentlicht',
    'erschienen',
    'stand',
    'publicad[oa]',
  ],
  ...[
    'publicación',
    'publicação',
    'pubblicat[oa]',
    'gepubliceerd',
    'geplaatst',
    'publicerad',
    'publisert',
  ],
  ...[
    'publiceret',
    'udgivet',
    'julkaistu',
    'opublikowano',
    'publikováno',
    'zveřejněno',
    'publikované',
  ],
  ...[
    'megjelent',
    'publicat',
    'objavljeno',
    'δημοσιεύθηκε',
    'δημοσίευση',
    'опубликован[оа]',
    'дата публикации',
  ],
  ...[
    'опубліковано',
    'публикувано',
    'yayınlanma(?: tarihi)?',
    'yayınlandı',
    'giriş',
    'đăng',
    'xuất bản',
  ],
  ...[
    'diterbitkan',
    'dipublikasikan',
    'प्रकाशित',
    'প্রকাশিত',
    'نشر',
    'تاريخ النشر',
    'منتشر شده',
    'تاریخ انتشار',
  ],
  ...[
    'פורסם',
    'เผยแพร่',
    '公開日?',
    '掲載日?',
    '発表日?',
    '発行日?',
    '发布时间',
    '發布時間',
    '发布',
    '發布',
    '发表于',
  ],
  ...['發表', '입력', '등록', '게시', '승인'],
];

/** As whole words; scripts without spaces have no ends of words. */
function anyOf(words: readonly string[], end: string): RegExp {
  return new RegExp(
    `(?<![\\p{L}\\p{M}])(?:${words.join('|')})(?![\\p{Ll}\\p{Lu}\\p{M}])${end}`,
    'iu',
  );
}

export const updatedWord: RegExp = anyOf(updatedWords, '');
export const publishedWord: RegExp = anyOf(publishedWords, '');

/** Whether a line is nothing but a label of a date: `Last updated:`, `Publié le`. */
export function isStampLabel(text: string): boolean {
  if (text.length > longestLabel) return false;
  const rest = text.replace(updatedWord, '').replace(publishedWord, '');
  return rest !== text && /^[\s\p{P}]*(?:\p{L}{1,4}[\s\p{P}]*)?$/u.test(rest);
}

const longestLabel = 40;
