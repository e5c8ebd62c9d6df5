Scalar.createApiReference('#interface', {
  url: '/openapi/v1.json',
  withDefaultFonts: false,
  telemetry: false,
  showDeveloperTools: 'never',
  agent: { disabled: true },
});
