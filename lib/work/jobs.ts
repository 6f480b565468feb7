import { z } from 'zod'
import {
  announcePublicationJob,
  makeShareImageJob,
  notifyFeedReadersJob,
  notifySearchEnginesJob,
} from '@/lib/chapters/publishing/jobs'
import {
  gatherDigestsJob,
  sendDigestJob,
  sendMailJob,
  notifyPeopleJob,
} from '@/lib/comments/notifications/jobs'
import { checkSpamJob } from '@/lib/comments/submit/jobs'
import { job, regular } from '@/lib/jobs/job'
import { workOnBulkJob } from '@/lib/moderation/bulk/jobs'
import { teachSpamFilterJob } from '@/lib/moderation/feedback/jobs'
import { checkForgottenJob, reviewAccountJob } from '@/lib/moderation/screening/jobs'
import { sendEmailChangeJob } from '@/lib/people/email-change/jobs'
import { eraseAddressJob } from '@/lib/people/accounts/jobs'
import { sendInvitationJob, sendResetJob } from '@/lib/people/links/jobs'

/** What is kept for a time only is removed after it, in every room. */
export const forgetTracesJob = job('forget-traces', z.object({}), { ...regular, cron: '17 3 * * *' })

/**
 * Every kind of job: each needs a queue. Apart from the handlers, so that a program that only prepares the database does
 * not load what they work with.
 */
export const jobs = [
  checkSpamJob,
  teachSpamFilterJob,
  workOnBulkJob,
  reviewAccountJob,
  checkForgottenJob,
  notifyPeopleJob,
  sendMailJob,
  gatherDigestsJob,
  sendDigestJob,
  sendResetJob,
  sendInvitationJob,
  sendEmailChangeJob,
  eraseAddressJob,
  announcePublicationJob,
  notifySearchEnginesJob,
  notifyFeedReadersJob,
  makeShareImageJob,
  forgetTracesJob,
]
