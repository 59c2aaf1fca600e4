import { twelveFactor, wellArchitected } from './controls.ts';
import { templateWithSameText } from './facts/user-data-origin.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

/** Scheduled work that runs on the machines which serve users. */
export const localCron = defineRule({
  id: 'local-cron',
  code: 'M08',
  title: 'No scheduled jobs run on the application\'s machines',
  severity: 'medium',
  subject: 'userData',
  needs: [],
  wants: ['instance'],
  controls: [...wellArchitected('REL11-BP03'), ...twelveFactor('XII Admin processes')],
  why: 'With a second instance every job runs twice, and with a container that ends it may not run at all.',
  remediation: {
    summary: 'Give each job a schedule of its own that starts a task or a function, and take the crontab out of the image.',
    command: 'aws scheduler create-schedule --name <name> --schedule-expression "<cron(...)>" --flexible-time-window Mode=OFF --target Arn=<target-arn>,RoleArn=<role-arn>',
    cost: 'Cents per month for the schedules, the run time of the tasks; half a day to two days for each job.',
    interrupts: 'no',
  },
  phase: 'decouple',
  sources: [
    'https://docs.aws.amazon.com/scheduler/latest/UserGuide/what-is-scheduler.html',
    'https://12factor.net/admin-processes',
  ],
  judge(userData, context) {
    if (userData.encoding === 'empty') return notApplicable('there is no start script');
    if (userData.encoding === 'binary') return undecided('the user data could not be decoded: look at it by hand');
    const boot = context.insight.bootOf(userData.id);
    if (!boot) return undecided('the start script was not analysed');
    if (boot.scheduledJobs.length === 0) return pass();
    const template = templateWithSameText(userData, context);
    if (template !== undefined) return notApplicable(`the text is that of ${template}, and is judged there`);
    const role = context.insight.workloadOf(userData.id)?.role;
    const jobs = boot.scheduledJobs.map(({ schedule, command, line }) => ({ text: `${schedule}: ${command}`, basis: 'text' as const, ...(line === undefined ? undefined : { line }) }));
    // On a machine that does nothing else there is no one to disturb, yet a second one still runs every job again.
    return role === 'batch' ? { ...fail(...jobs), severity: 'low' } : fail(...jobs);
  },
});
