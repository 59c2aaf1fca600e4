#!/bin/bash
cat <<'EOF' >> /etc/ecs/ecs.config
ECS_CLUSTER=production
ECS_ENABLE_TASK_IAM_ROLE=true
EOF
