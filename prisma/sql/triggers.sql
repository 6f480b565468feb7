CREATE TRIGGER audit_entry_append_only BEFORE DELETE OR UPDATE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change_but_network();

CREATE TRIGGER audit_entry_not_emptied BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER comment_changes_unchecked AFTER UPDATE ON comment REFERENCING OLD TABLE AS gone NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION keep_unchecked_of_comments();

CREATE TRIGGER comment_counts_changed AFTER UPDATE ON comment REFERENCING OLD TABLE AS gone NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION count_comments();

CREATE TRIGGER comment_counts_gone AFTER DELETE ON comment REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION count_comments();

CREATE TRIGGER comment_counts_new AFTER INSERT ON comment REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION count_comments();

CREATE TRIGGER comment_counts_nothing AFTER TRUNCATE ON comment FOR EACH STATEMENT EXECUTE FUNCTION count_comments();

CREATE TRIGGER comment_edit_append_only BEFORE DELETE OR UPDATE ON comment_edit FOR EACH ROW EXECUTE FUNCTION refuse_change_but_forgetting();

CREATE TRIGGER comment_is_unchecked AFTER INSERT ON comment REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION keep_unchecked_of_comments();

CREATE TRIGGER comment_relocation_append_only BEFORE DELETE OR UPDATE ON comment_relocation FOR EACH ROW EXECUTE FUNCTION refuse_change_but_with_comment();

CREATE TRIGGER comment_tallies_changed AFTER UPDATE ON comment REFERENCING OLD TABLE AS gone NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tally_comments();

CREATE TRIGGER comment_tallies_gone AFTER DELETE ON comment REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION tally_comments();

CREATE TRIGGER comment_tallies_new AFTER INSERT ON comment REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tally_comments();

CREATE TRIGGER comment_tallies_nothing AFTER TRUNCATE ON comment FOR EACH STATEMENT EXECUTE FUNCTION tally_comments();

CREATE TRIGGER comment_words_changed AFTER UPDATE OF name, email, url, text ON comment FOR EACH ROW EXECUTE FUNCTION keep_comment_words();

CREATE TRIGGER comment_words_new AFTER INSERT ON comment FOR EACH ROW EXECUTE FUNCTION keep_comment_words();

CREATE TRIGGER decision_is_described BEFORE INSERT ON moderation_decision FOR EACH ROW EXECUTE FUNCTION describe_decision();

CREATE TRIGGER decision_tallies_gone AFTER DELETE ON moderation_decision REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION tally_decisions();

CREATE TRIGGER decision_tallies_new AFTER INSERT ON moderation_decision REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tally_decisions();

CREATE TRIGGER desk_edition_counts_changed AFTER UPDATE ON desk_edition REFERENCING OLD TABLE AS gone NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION count_at_desk();

CREATE TRIGGER desk_edition_counts_gone AFTER DELETE ON desk_edition REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION count_at_desk();

CREATE TRIGGER desk_edition_counts_new AFTER INSERT ON desk_edition REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION count_at_desk();

CREATE TRIGGER moderation_decision_append_only BEFORE DELETE OR UPDATE ON moderation_decision FOR EACH ROW EXECUTE FUNCTION refuse_change_but_erasure();

CREATE TRIGGER month_is_counted AFTER INSERT OR DELETE OR UPDATE OF locale, publish_at ON edition_listing FOR EACH ROW EXECUTE FUNCTION keep_months();

CREATE TRIGGER opinion_tallies_changed AFTER UPDATE ON comment_opinion REFERENCING OLD TABLE AS gone NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tally_opinions();

CREATE TRIGGER opinion_tallies_gone AFTER DELETE ON comment_opinion REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION tally_opinions();

CREATE TRIGGER opinion_tallies_new AFTER INSERT ON comment_opinion REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tally_opinions();

CREATE TRIGGER publication_changes_at_desk AFTER UPDATE ON publication REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION keep_desk_of_new();

CREATE TRIGGER publication_is_at_desk AFTER INSERT ON publication REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION keep_desk_of_new();

CREATE TRIGGER publication_is_listed AFTER INSERT OR DELETE OR UPDATE ON publication FOR EACH ROW EXECUTE FUNCTION keep_listing();

CREATE TRIGGER publication_leaves_desk AFTER DELETE ON publication REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION keep_desk_of_old();

CREATE TRIGGER revision_append_only BEFORE DELETE OR UPDATE ON revision FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER revision_is_at_desk AFTER INSERT ON revision REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION keep_desk_of_new();

CREATE TRIGGER series_is_listed AFTER UPDATE OF series_id ON chapter FOR EACH ROW EXECUTE FUNCTION keep_facets();

CREATE TRIGGER series_title_changes_at_desk AFTER UPDATE ON series_title REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION keep_desk_of_series();

CREATE TRIGGER series_title_is_at_desk AFTER INSERT ON series_title REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION keep_desk_of_series();

CREATE TRIGGER slug_changes_month AFTER UPDATE OF slug ON edition FOR EACH ROW WHEN (old.slug <> new.slug) EXECUTE FUNCTION keep_month_of_slug();

CREATE TRIGGER step_is_an_opinion AFTER INSERT ON screening_step REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION keep_opinions_of_screening();

CREATE TRIGGER tag_is_listed AFTER INSERT OR DELETE ON edition_tag FOR EACH ROW EXECUTE FUNCTION keep_facets();

CREATE TRIGGER verdict_checks AFTER INSERT ON spam_verdict REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION keep_unchecked_of_verdicts();

CREATE TRIGGER verdict_is_an_opinion AFTER INSERT ON spam_verdict REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION keep_opinions_of_verdicts();

CREATE TRIGGER verdict_is_forgotten AFTER DELETE ON spam_verdict REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION keep_unchecked_of_verdicts();
