import { type BootFacts, type Component, type Estate, type ResourceOf, resourcesOf } from '../../model/index.ts';
import type { ScriptFacts } from './facts.ts';
import { analyseUserData } from './inspect.ts';

export interface EstateScripts {
  readonly components: Component[];
  readonly boot: BootFacts[];
  /** What an instance's own script says, or its template's where its own was not read. */
  factsOf(instanceId: string): ScriptFacts | undefined;
  /** Equal for instances with equal scripts; undefined where there is none or it was not read. */
  fingerprintOf(instanceId: string): string | undefined;
}

/** A template's script stands for an instance that was launched from it, unless it was changed since. */
const FROM_TEMPLATE = 0.8;

/** Reads every distinct script of an estate once and tells it for each instance, template and configuration that has it. */
export function readEstateScripts(estate: Estate): EstateScripts {
  const byFingerprint = new Map<string, ScriptFacts>();
  const byResource = new Map<string, ResourceOf<'userData'>>();
  const components: Component[] = [];
  const boot: BootFacts[] = [];
  const factsFor = (userData: ResourceOf<'userData'>): ScriptFacts => {
    // Fingerprints are keyed per run store; the size guards an estate that was put together from two.
    const key = `${userData.fingerprint} ${userData.size}`;
    let facts = byFingerprint.get(key);
    if (!facts) {
      facts = analyseUserData(userData);
      byFingerprint.set(key, facts);
    }
    return facts;
  };
  const tell = (resourceId: string, facts: ScriptFacts, share: number): void => {
    for (const component of facts.components) {
      components.push({
        resourceId, component: component.component, ports: component.ports, source: component.source,
        confidence: share === 1 ? component.confidence : Math.round(component.confidence * share * 100) / 100,
        evidence: component.evidence, ...(component.version === undefined ? {} : { version: component.version }),
      });
    }
    boot.push({
      resourceId, format: facts.format, heavy: facts.heavy, reasons: facts.reasons, ports: facts.ports, endpoints: facts.endpoints,
      scheduledJobs: facts.scheduledJobs, secrets: facts.secrets, state: facts.state,
    });
  };
  for (const userData of resourcesOf(estate, 'userData')) {
    byResource.set(`${userData.account}/${userData.region}/${userData.id}`, userData);
    if (userData.encoding !== 'empty') tell(userData.id, factsFor(userData), 1);
  }
  const ofInstance = new Map<string, { facts: ScriptFacts; fingerprint: string }>();
  const templates = templatesOf(estate);
  for (const instance of resourcesOf(estate, 'instance')) {
    const scope = `${instance.account}/${instance.region}`;
    const own = byResource.get(`${scope}/${instance.id}`);
    const template = own ? undefined : byResource.get(`${scope}/${templates(instance) ?? ''}`);
    const userData = own ?? template;
    if (!userData || userData.encoding === 'empty') continue;
    const facts = factsFor(userData);
    ofInstance.set(instance.id, { facts, fingerprint: userData.fingerprint });
    if (template) tell(instance.id, facts, FROM_TEMPLATE);
  }
  return { components, boot, factsOf: (id) => ofInstance.get(id)?.facts, fingerprintOf: (id) => ofInstance.get(id)?.fingerprint };
}

/** The template version, or the launch configuration of its group, that an instance says it comes from. */
function templatesOf(estate: Estate): (instance: ResourceOf<'instance'>) => string | undefined {
  const configurations = new Map(resourcesOf(estate, 'autoScalingGroup').map((group) => [`${group.account}/${group.region}/${group.AutoScalingGroupName}`, group.LaunchConfigurationName]));
  return ({ tags, account, region }) => {
    const template = tags['aws:ec2launchtemplate:id'];
    if (template !== undefined) return `${template}:${tags['aws:ec2launchtemplate:version'] ?? ''}`;
    return configurations.get(`${account}/${region}/${tags['aws:autoscaling:groupName'] ?? ''}`);
  };
}
