//go:build tools

// Package operator122 names the operator of the chart's own generation.
package operator122

import (
	_ "github.com/ray-project/kuberay/ray-operator"
)
