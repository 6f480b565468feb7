CREATE OR REPLACE FUNCTION public.search_bare(plain text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  SELECT regexp_replace("plain",
    '\u0621(?![\u0620-\u06ff])|(?<![\u0620-\u06ff])(?!\u0648\u0627\u0644\u062f|\u0628\u0627\u0644\u063a|[\u0648\u0641\u0628\u0643]?\u0627\u0644\u0644\u0647(?![\u0620-\u06ff]))(?:[\u0648\u0641]?[\u0628\u0643]?\u0627\u0644|[\u0648\u0641]?\u0644\u0644)(?:\u0627\u0644)*(?=[\u0620-\u06ff]{2})',
    '', 'g')
$function$;
