CREATE OR REPLACE VIEW public.published_edition AS
 SELECT e.id,
    e.chapter_id,
    e.locale,
    e.slug,
    e.translator,
    e.translated_from_id,
    c.series_id,
    c.number,
    c.original_date,
    c.source,
    p.publish_at AS published_at,
    r.id AS revision_id,
    r.title,
    r.summary,
    r.html,
    r.text,
    r.at AS revised_at
   FROM publication p
     JOIN edition e ON e.id = p.edition_id
     JOIN chapter c ON c.id = e.chapter_id
     JOIN revision r ON r.id = p.revision_id
  WHERE p.publish_at <= now() AND p.withdrawn_at IS NULL;
