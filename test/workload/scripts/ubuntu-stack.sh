#!/usr/bin/env bash
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive
apt-get update
apt-get install -y nginx nodejs npm postgresql redis-server git curl unzip
systemctl enable nginx postgresql redis-server
