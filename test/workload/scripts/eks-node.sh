#!/bin/bash
set -o xtrace
/etc/eks/bootstrap.sh prod-cluster --kubelet-extra-args '--node-labels=role=web'
