CREATE OR REPLACE FUNCTION public.network_of(ip text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
DECLARE
  address text := regexp_replace(lower(ip), '^::ffff:(?=\d{1,3}(\.\d{1,3}){3}$)', '');
  head text[];
  tail text[];
BEGIN
  IF address ~ '^\d{1,3}(\.\d{1,3}){3}$' THEN
    RETURN regexp_replace(address, '\d+$', '0/24');
  END IF;
  IF address !~ '^[0-9a-f:]{2,45}$' OR strpos(address, ':') = 0 THEN
    RETURN NULL;
  END IF;
  head := array_remove(string_to_array(split_part(address, '::', 1), ':'), '');
  tail := array_remove(string_to_array(split_part(address, '::', 2), ':'), '');
  IF strpos(address, '::') > 0 THEN
    head := head || array_fill('0'::text, ARRAY[greatest(8 - cardinality(head) - cardinality(tail), 0)]);
  END IF;
  RETURN (
    SELECT string_agg(coalesce(nullif(ltrim("group", '0'), ''), '0'), ':' ORDER BY "place") || '::/48'
    FROM unnest((head || tail)[1:3]) WITH ORDINALITY AS g ("group", "place"));
END $function$;
