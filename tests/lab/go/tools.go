//go:build tools

// Package stack names the programs that the lab builds, so that `go mod tidy`
// keeps their modules.
package stack

import (
	_ "github.com/interlink-hq/interlink/cmd/interlink"
	_ "github.com/interlink-hq/interlink/cmd/virtual-kubelet"
	_ "github.com/ray-project/kuberay/ray-operator"
	_ "go.etcd.io/etcd/server/v3"
	_ "helm.sh/helm/v3/cmd/helm"
	_ "k8s.io/kubernetes/cmd/kube-apiserver"
	_ "k8s.io/kubernetes/cmd/kube-controller-manager"
	_ "k8s.io/kubernetes/cmd/kube-scheduler"
	_ "k8s.io/kubernetes/cmd/kubectl"
)
