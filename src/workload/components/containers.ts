import type { Rows } from './row.ts';

/** Containers, their orchestration, service discovery and secrets. */
export const CONTAINERS: Rows = [
  { id: 'docker', packages: ['docker', 'docker.io', 'docker-ce', 'docker-engine', 'docker-ee', 'moby-engine'], topics: ['docker', 'docker#'], archives: ['docker', 'docker-ce'], services: ['docker'], images: ['docker'], paths: ['/etc/docker/daemon.json', '/etc/sysconfig/docker'], commands: ['docker', 'dockerd', 'docker-compose'], choco: ['docker-engine', 'docker-desktop'], features: ['containers'] },
  { id: 'docker-compose', packages: ['docker-compose', 'docker-compose-plugin', 'docker-compose-v2'], pip: ['docker-compose'], commands: ['docker-compose', 'docker compose'], choco: ['docker-compose'] },
  { id: 'containerd', packages: ['containerd'], archives: ['containerd'], services: ['containerd'], paths: ['/etc/containerd/config.toml'], commands: ['containerd'] },
  { id: 'podman', packages: ['podman'], services: ['podman'], commands: ['podman', 'podman-compose'] },
  { id: 'cri-o', packages: ['cri-o'], services: ['crio', 'cri-o'] },
  { id: 'amazon-ecs-agent', packages: ['ecs-init', 'amazon-ecs-init'], topics: ['ecs'], services: ['ecs', 'amazon-ecs', 'amazonecs'], images: ['amazon/amazon-ecs-agent', 'ecs/amazon-ecs-agent'], paths: ['/etc/ecs/'], commands: ['initialize-ecsagent'] },
  { id: 'kubernetes', packages: ['kubelet', 'kubeadm', 'microk8s', 'kubernetes-node', 'kubernetes-master'], archives: ['kubernetes-server'], services: ['kubelet', 'kube-apiserver', 'kube-proxy'], paths: ['/etc/eks/', '/etc/kubernetes/', '/var/lib/kubelet/'], commands: ['kubeadm', 'kubelet', 'microk8s', 'nodeadm'] },
  { id: 'k3s', ports: [6443], archives: ['k3s'], services: ['k3s', 'k3s-agent'], images: ['rancher/k3s'], paths: ['/etc/rancher/k3s/'], commands: ['k3s server', 'k3s agent'] },
  { id: 'minikube', packages: ['minikube'], archives: ['minikube'], commands: ['minikube'], choco: ['minikube'] },
  { id: 'rancher', ports: [80, 443], images: ['rancher/rancher', 'rancher/server'] },
  { id: 'rke2', ports: [9345], services: ['rke2-server', 'rke2-agent'], paths: ['/etc/rancher/rke2/'] },
  { id: 'portainer', ports: [9000], images: ['portainer/portainer', 'portainer/portainer-ce'] },
  { id: 'watchtower', images: ['containrrr/watchtower', 'v2tec/watchtower'] },
  { id: 'harbor', ports: [80], archives: ['harbor-online-installer', 'harbor-offline-installer'], images: ['goharbor/harbor-core'] },
  { id: 'docker-registry', ports: [5000], packages: ['docker-registry', 'docker-distribution'], services: ['docker-registry', 'docker-distribution'], images: ['registry'] },
  { id: 'nomad', ports: [4646], packages: ['nomad'], archives: ['nomad'], services: ['nomad'], images: ['hashicorp/nomad'], paths: ['/etc/nomad'], commands: ['nomad agent'] },
  { id: 'consul', ports: [8500], packages: ['consul'], archives: ['consul'], services: ['consul'], images: ['consul', 'hashicorp/consul'], paths: ['/etc/consul'], commands: ['consul agent'] },
  { id: 'consul-template', archives: ['consul-template'], packages: ['consul-template'], services: ['consul-template'], commands: ['consul-template'] },
  { id: 'hashicorp-vault', ports: [8200], archives: ['vault'], services: ['vault'], images: ['vault', 'hashicorp/vault'], paths: ['/etc/vault'], commands: ['vault server', 'vault agent'] },
  { id: 'etcd', role: 'database', ports: [2379], packages: ['etcd', 'etcd-server'], archives: ['etcd'], services: ['etcd'], images: ['coreos/etcd', 'etcd'], paths: ['/etc/etcd/'], commands: ['etcd'] },
  { id: 'teleport', ports: [3080], packages: ['teleport'], archives: ['teleport'], services: ['teleport'], paths: ['/etc/teleport'], commands: ['teleport start'] },
  { id: 'firecracker', archives: ['firecracker'], commands: ['firecracker'] },
];
