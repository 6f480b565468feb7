CREATE TRIGGER moderation_decision_append_only BEFORE DELETE OR UPDATE ON moderation_decision FOR EACH ROW EXECUTE FUNCTION refuse_change_but_erasure();

CREATE TRIGGER month_is_counted AFTER INSERT OR DELETE OR UPDATE OF locale, publish_at ON edition_listing FOR EACH ROW EXECUTE FUNCTION keep_months();

CREATE TRIGGER publication_is_listed AFTER INSERT OR DELETE OR UPDATE ON publication FOR EACH ROW EXECUTE FUNCTION keep_listing();

CREATE TRIGGER revision_append_only BEFORE DELETE OR UPDATE ON revision FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER series_is_listed AFTER UPDATE OF series_id ON chapter FOR EACH ROW EXECUTE FUNCTION keep_facets();

CREATE TRIGGER tag_is_listed AFTER INSERT OR DELETE ON edition_tag FOR EACH ROW EXECUTE FUNCTION keep_facets();
