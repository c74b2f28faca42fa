{{- /* The RayCluster's name: the override, else the release's name, which must hold nameOverride. */ -}}
{{- define "cluster.name" -}}
{{- $name := .Values.fullnameOverride -}}
{{- if not $name -}}
{{- $wanted := default .Chart.Name .Values.nameOverride -}}
{{- $name = ternary .Release.Name (printf "%s-%s" .Release.Name $wanted) (contains $wanted .Release.Name) -}}
{{- end -}}
{{- trunc 63 $name | trimSuffix "-" -}}
{{- end }}

{{- define "cluster.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{- /* Start parameters and the older initArgs, every value as quoted text. Takes one group. */ -}}
{{- define "group.startParams" -}}
{{- $all := dict -}}
{{- range $key, $value := default dict .rayStartParams }}{{ $_ := set $all $key (toString $value) }}{{ end -}}
{{- range $key, $value := default dict .initArgs }}{{ $_ := set $all $key (toString $value) }}{{ end -}}
rayStartParams:
{{- if $all }}
{{- range $key, $value := $all }}
  {{ $key }}: {{ $value | quote }}
{{- end }}
{{- else }} {}
{{- end }}
{{- end }}

{{- /* The pod template of one group. Takes (dict "root" $ "group" GROUP "name" NAME "env" LIST). */ -}}
{{- define "group.template" -}}
{{- $group := .group -}}
{{- $image := default .root.Values.image $group.image -}}
metadata:
  annotations:
    {{- toYaml (default dict $group.annotations) | nindent 4 }}
  labels:
    {{- include "cluster.labels" .root | nindent 4 }}
    {{- with $group.labels }}{{ toYaml . | nindent 4 }}{{ end }}
spec:
  imagePullSecrets:
    {{- toYaml .root.Values.imagePullSecrets | nindent 4 }}
  {{- range $key := list "restartPolicy" "serviceAccountName" "priority" "priorityClassName" }}
  {{- with get $group $key }}
  {{ $key }}: {{ toYaml . }}
  {{- end }}
  {{- end }}
  containers:
    - name: {{ .name }}
      image: {{ $image.repository }}:{{ $image.tag }}
      imagePullPolicy: {{ $image.pullPolicy }}
      resources:
        {{- toYaml $group.resources | nindent 8 }}
      securityContext:
        {{- toYaml $group.securityContext | nindent 8 }}
      {{- with .env }}
      env:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- range $key := list "envFrom" "ports" "lifecycle" "command" "args" "volumeMounts" }}
      {{- with get $group $key }}
      {{ $key }}:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- end }}
    {{- with $group.sidecarContainers }}{{ toYaml . | nindent 4 }}{{ end }}
  {{- range $key := list "initContainers" "volumes" "affinity" "tolerations" "nodeSelector" }}
  {{- with get $group $key }}
  {{ $key }}:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- end }}
  {{- with $group.podSecurityContext }}
  securityContext:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}

{{- /* Counters and name of a worker group. Takes (dict "group" GROUP "name" NAME). */ -}}
{{- define "group.counters" -}}
groupName: {{ .name }}
replicas: {{ default 0 .group.replicas }}
minReplicas: {{ default 0 .group.minReplicas }}
maxReplicas: {{ default 2147483647 .group.maxReplicas }}
numOfHosts: {{ default 1 .group.numOfHosts }}
{{- end }}
