import type { Evidence, ResourceOf } from '../model/index.ts';
import { twelveFactor, wellArchitected } from './controls.ts';
import { DATABASE_PORTS, isDatabaseServer } from './facts/database-servers.ts';
import { dependenciesOn } from './facts/dependencies-by-server.ts';
import { describePath, entryPathsGap, entryPathsOf } from './facts/entry-path.ts';
import { isOff, NOT_RUNNING } from './facts/instance-life.ts';
import { describeExposure, reachedFromInternet } from './facts/internet-reach.ts';
import { defineRule, fail, notApplicable, pass, undecided, type RuleContext } from './rule.ts';

const MOST_SHOWN = 5;

/** The application and a database share a machine. Its signals are counted, and the strongest come first. */
export const databaseOnAppInstance = defineRule({
  id: 'database-on-app-instance',
  code: 'M06',
  title: 'The database does not live on an application instance',
  severity: 'high',
  subject: 'instance',
  needs: [],
  wants: ['targetHealth', 'classicLoadBalancer', 'userData'],
  controls: [...wellArchitected('REL03-BP01', 'SUS05-BP03'), ...twelveFactor('IV Backing services')],
  why: 'The first piece to take out: as long as the data lie on the application\'s machine, nothing else of it can be scaled, replaced or put into a container.',
  remediation: {
    summary: 'Make a managed database, replicate into it (AWS DMS or the engine\'s own replication), switch the application over in a short window, keep the old one read-only until it is proven.',
    command: 'aws rds create-db-instance --db-instance-identifier <name> --db-instance-class <class> --engine <engine> --allocated-storage <gib> --master-username <user> --manage-master-user-password --multi-az --storage-encrypted',
    cost: 'From about USD 25 per month for a small single-zone instance, twice that in two zones; five to twenty days with replication and rehearsal.',
    interrupts: 'brief',
  },
  phase: 'decouple',
  sources: [
    'https://docs.aws.amazon.com/wellarchitected/latest/framework/rel_service_architecture_monolith_soa_microservice.html',
    'https://12factor.net/backing-services',
    'https://docs.aws.amazon.com/dms/latest/userguide/Welcome.html',
  ],
  judge(instance, context) {
    if (isOff(instance)) return NOT_RUNNING;
    const serves = servesApplication(instance, context);
    if (serves === undefined) {
      const gap = entryPathsGap(context);
      return gap === undefined ? notApplicable('it serves no application: no balancer, no web server, no open web port') : undecided(`whether it serves an application is not known: ${gap}`);
    }
    const servers = context.insight.componentsOf(instance.id).filter(isDatabaseServer);
    const installed = servers.flatMap(({ component, version, evidence }) =>
      evidence.slice(0, 1).map((line) => ({ ...line, text: `${component}${version === undefined ? '' : ` ${version}`}: ${line.text}` })));
    const edges = dependenciesOn(instance.id, context.insight.all).filter(({ port }) => DATABASE_PORTS.has(port));
    const observed = edges.filter(({ basis }) => basis === 'observed').map((edge): Evidence => ({ text: `${edge.from} was seen to call port ${edge.port} (${DATABASE_PORTS.get(edge.port)})`, basis: 'traffic' }));
    const permitted = edges.filter(({ basis }) => basis !== 'observed').map((edge): Evidence => ({ text: `${edge.from} may call port ${edge.port} (${DATABASE_PORTS.get(edge.port)})`, basis: 'configuration' }));
    const shown = [serves, ...permitted.slice(0, MOST_SHOWN), ...observed.slice(0, MOST_SHOWN), ...installed];
    const signals = new Set(servers.map(({ component }) => component)).size + (observed.length > 0 ? 1 : 0) + (permitted.length > 0 ? 1 : 0);

    // A permission alone shows that a port may be called, not that anything listens there.
    if (installed.length > 0 || observed.length > 0) return fail({ text: `${signals} ${signals === 1 ? 'signal' : 'signals'} of a database on an application instance` }, ...shown);
    if (permitted.length > 0) return undecided('a database port is open to others, and nothing shows whether a database listens there', ...shown);
    const script = context.get('userData', instance.id);
    const read = script !== undefined && (script.encoding === 'plain' || script.encoding === 'gzip');
    if (read && !context.insight.bootOf(instance.id)) return undecided('its start script was not analysed', serves);
    return read
      ? pass(serves, { text: 'its start script installs no database', basis: 'text' })
      : undecided('what runs on it is not known: there is no start script to read and no inventory of the machine', serves);
  },
});

/** What shows that users are served from here: a balancer, an open web port, a web server. */
function servesApplication(instance: ResourceOf<'instance'>, context: RuleContext<'targetHealth' | 'classicLoadBalancer'>): Evidence | undefined {
  const path = entryPathsOf(instance, context).find(({ port }) => port === undefined || isWebPort(port));
  if (path) return { text: describePath(path), basis: 'configuration' };
  const reached = reachedFromInternet(context.insight.exposuresOf(instance.id).filter(({ fromPort, toPort }) => fromPort === toPort && isWebPort(fromPort)));
  if (reached) return { text: describeExposure(reached), basis: 'configuration' };
  const role = context.insight.workloadOf(instance.id)?.role;
  return role === 'web' || role === 'app' ? { text: `its workload's role is ${role}`, basis: 'text' } : undefined;
}

/** 80, 443, 3000, 5000 and the eight thousands: where application servers listen. */
function isWebPort(port: number): boolean {
  return port === 80 || port === 443 || port === 3000 || port === 5000 || (port >= 8000 && port < 9000);
}
