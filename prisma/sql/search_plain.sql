CREATE OR REPLACE FUNCTION public.search_plain(words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  SELECT CASE WHEN "words" ~ '[^\u0001-\u007f\u2013\u2014\u2018\u2019\u201c\u201d]' THEN (
    SELECT normalize(CASE WHEN "open" ~ '[\u0629\u0649\u0671\u30a1-\u30f6\u30fd]' THEN translate("open",
      U&'\0629\0649\0671' || 'ァアィイゥウェエォオカキクケコサシスセソタチッツテトナニヌネノハヒフヘホマミムメモャヤュユョヨラリルレロヮワヰヱヲンヵヶヽ',
      U&'\0647\064A\0627' || 'ぁあぃいぅうぇえぉおかきくけこさしすせそたちっつてとなにぬねのはひふへほまみむめもゃやゅゆょよらりるれろゎわゐゑをんゕゖゝ')
      ELSE "open" END, NFC)
    FROM regexp_replace(lower(normalize("words", NFKD)), '[\u0300-\u036f\u0640\u064b-\u065f\u0670]', '', 'g') AS "open"
  ) ELSE lower("words") END
$function$;
