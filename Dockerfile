FROM node:26-slim
ENV NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts
COPY src src
USER node
# Mount the policy file here, or set POLICY_FILE.
ENV POLICY_FILE=/app/onboarding.yaml
CMD ["node", "src/main.ts"]
