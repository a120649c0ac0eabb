# Node 26 is the LTS line. No build: Node runs the TypeScript as it is. To build on one image and no other, name it by its digest:
# --build-arg NODE=node:26-slim@sha256:…
ARG NODE=node:26-slim
FROM ${NODE} AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --workspaces=false --ignore-scripts --no-audit --no-fund

FROM ${NODE}
LABEL org.opencontainers.image.title="boarding-pass" \
      org.opencontainers.image.description="A Slack app that takes a new person into an AWS account" \
      org.opencontainers.image.licenses="MIT"
WORKDIR /app
COPY package.json ./
COPY --from=dependencies /app/node_modules node_modules
COPY src src
ENV NODE_ENV=production
# Mounted there, or copied by an image of your own that starts from this one.
ENV POLICY_FILE=/etc/boarding-pass/onboarding.yaml
# The image's user `node`, by number: Kubernetes cannot tell of a name that it is not root.
USER 1000:1000
EXPOSE 3000 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HEALTH_PORT || 8080}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# The heap of a bot with 10,000 accounts is 50 MB. Without bounds V8 collects late where memory is plenty: 350 MB instead of 180.
CMD ["node", "--disable-sigusr1", "--max-old-space-size=256", "--max-semi-space-size=8", "src/main.ts"]
