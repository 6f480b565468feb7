import type { Report, SpamSubmission } from '../port'
import { hiddenField } from '../rules'

/** The comment in Akismet's words, as far as akismet-api knows them. */
export const fieldsOf = (submission: SpamSubmission) => ({
  user_ip: submission.ip,
  user_agent: submission.userAgent,
  referrer: submission.referrer,
  ...(submission.permalink && { permalink: submission.permalink }),
  comment_type: submission.kind,
  comment_author: submission.name,
  comment_author_email: submission.email,
  ...(submission.url && { comment_author_url: submission.url }),
  comment_content: submission.text,
  comment_date_gmt: submission.sentAt.toISOString(),
  ...(submission.revisedAt && { comment_post_modified_gmt: submission.revisedAt.toISOString() }),
  ...(submission.role && { user_role: submission.role }),
  // Filled in, it would be spam to Akismet by that alone. It is a sign for us, and Akismet judges the rest.
  ...(!submission.honeypot && { honeypot_field_name: hiddenField, [hiddenField]: '' }),
})

/** The rest, which akismet-api would drop: it goes into the body beside the fields. */
export function extraFields(submission: SpamSubmission, siteUrl: string, report?: Report) {
  const { locale, parentId, recheck, context = [] } = submission
  return {
    blog_lang: locale,
    ...(parentId && { comment_parent: parentId }),
    ...(recheck && !report && { recheck_reason: recheck }),
    // Where Akismet may say that it has changed its mind; it takes no address that the world cannot reach.
    ...(!report && siteUrl.startsWith('https:') && { callback: `${siteUrl}/api/akismet` }),
    ...Object.fromEntries(context.slice(0, 30).map((tag, place) => [`comment_context[${place}]`, tag])),
    ...(report?.reporter && { reporter: report.reporter }),
    ...(report?.saidBefore && responseOf[report.saidBefore]),
    // Nothing that is tried out on one's own machine should teach Akismet anything.
    ...(/^(localhost|127[\d.]+|\[::1\])$/.test(new URL(siteUrl).hostname) && { is_test: '1' }),
  }
}

const responseOf = {
  spam: { comment_check_response: 'true' },
  discard: { comment_check_response: 'true' },
  ham: { comment_check_response: 'false' },
  unknown: undefined,
}
