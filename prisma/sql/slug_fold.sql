CREATE OR REPLACE FUNCTION public.slug_fold(slug text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  SELECT trim(both '-' FROM normalize(regexp_replace(
    translate(replace(replace(replace(replace("bare", 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
      U&'\03C2\0131\0111\00F8\0142\0127\0167\06A9\06CC\0649' || '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹',
      U&'\03C3idolht\0643\064A\064A' || '01234567890123456789'),
    '[\u0001-\u002f\u003a-\u0060\u007b-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u2010-\u2027\u2030-\u205e\u3000-\u3003\u3008-\u3020\u30fb]+',
    '-', 'g'), NFC))
  FROM regexp_replace(lower(normalize("slug", NFKD)),
    '[\u0027\u2019\u02bc\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670\u200b-\u200f\ufe00-\ufe0f]',
    '', 'g') AS "bare"
$function$;
