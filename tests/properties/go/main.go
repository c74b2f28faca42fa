// Reads what propertyedits writes and asks sigs.k8s.io/yaml, the library Helm uses: is the JSON of the edited text the JSON of
// the old text with this one change? The text after the edit is made here again, from the patch.
package main

import (
	"bufio"
	"bytes"
	"crypto/sha1"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"reflect"

	"sigs.k8s.io/yaml"
)

type line struct {
	Doc      *string         `json:"doc"`
	Text     string          `json:"text"`
	Accepted bool            `json:"accepted"`
	Refuse   bool            `json:"refuse"`
	Op       string          `json:"op"`
	Path     []any           `json:"path"`
	At       int             `json:"at"`
	Length   int             `json:"length"`
	New      string          `json:"new"`
	Sha1     string          `json:"sha1"`
	Value    json.RawMessage `json:"value"`
	Key      *string         `json:"key"`
	Position int             `json:"position"`
	From     []any           `json:"from"`
}

type report struct {
	Documents  int      `json:"documents"`
	Unreadable []string `json:"unreadable"` // sound documents that Helm cannot read: a mistake of the generator, or a refusal that is right
	Edits      int      `json:"edits"`
	Wrong      int      `json:"wrong"`
	Examples   []string `json:"examples"`
}

// decode keeps numbers as they are written.
func decode(text []byte) (any, error) {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var value any
	err := decoder.Decode(&value)
	return value, err
}

func helm(text []byte) (any, error) {
	asJSON, err := yaml.YAMLToJSON(text)
	if err != nil {
		return nil, err
	}
	return decode(asJSON)
}

func child(value any, step any) (any, error) {
	if key, ok := step.(string); ok {
		entries, ok := value.(map[string]any)
		if !ok {
			return nil, fmt.Errorf("no map for %q", key)
		}
		found, ok := entries[key]
		if !ok {
			return nil, fmt.Errorf("no key %q", key)
		}
		return found, nil
	}
	items, ok := value.([]any)
	index := int(step.(float64))
	if !ok || index < 0 || index >= len(items) {
		return nil, fmt.Errorf("no item %d", index)
	}
	return items[index], nil
}

func find(value any, path []any) (any, error) {
	var err error
	for _, step := range path {
		if value, err = child(value, step); err != nil {
			return nil, err
		}
	}
	return value, nil
}

// with gives a copy of value in which change has been made to what stands at path; only the way there is copied.
func with(value any, path []any, change func(any) (any, error)) (any, error) {
	if len(path) == 0 {
		return change(value)
	}
	inner, err := child(value, path[0])
	if err != nil {
		return nil, err
	}
	if inner, err = with(inner, path[1:], change); err != nil {
		return nil, err
	}
	if key, ok := path[0].(string); ok {
		entries := copyMap(value.(map[string]any))
		entries[key] = inner
		return entries, nil
	}
	items := append([]any{}, value.([]any)...)
	items[int(path[0].(float64))] = inner
	return items, nil
}

func copyMap(entries map[string]any) map[string]any {
	copied := make(map[string]any, len(entries)+1)
	for key, value := range entries {
		copied[key] = value
	}
	return copied
}

func insert(container any, edit line, value any) (any, error) {
	if edit.Key != nil {
		entries, ok := container.(map[string]any)
		if container != nil && !ok {
			return nil, errors.New("an entry for what is no map")
		}
		if _, there := entries[*edit.Key]; there {
			return nil, errors.New("the key was there")
		}
		entries = copyMap(entries)
		entries[*edit.Key] = value
		return entries, nil
	}
	items, ok := container.([]any)
	if container != nil && !ok {
		return nil, errors.New("an item for what is no list")
	}
	result := append([]any{}, items[:edit.Position]...)
	result = append(result, value)
	return append(result, items[edit.Position:]...), nil
}

func remove(container any, step any) (any, error) {
	if _, err := child(container, step); err != nil {
		return nil, err
	}
	if key, ok := step.(string); ok {
		entries := copyMap(container.(map[string]any))
		delete(entries, key)
		return entries, nil
	}
	items := container.([]any)
	index := int(step.(float64))
	return append(append([]any{}, items[:index]...), items[index+1:]...), nil
}

// renamed is the old data with the value under its new key; a key that it had hidden in a merged map comes back.
func renamed(before any, edit line) (any, error) {
	last := len(edit.Path) - 1
	value, err := find(before, edit.Path)
	if err != nil {
		return nil, err
	}
	var back any
	if edit.From != nil {
		if back, err = find(before, edit.From); err != nil {
			return nil, err
		}
	}
	return with(before, edit.Path[:last], func(container any) (any, error) {
		entries, err := remove(container, edit.Path[last])
		if err != nil {
			return nil, err
		}
		if edit.From != nil {
			entries.(map[string]any)[edit.Path[last].(string)] = back
		}
		return insert(entries, edit, value)
	})
}

// move changes the order of a list; maps have none.
func move(container any, step any, position int) (any, error) {
	value, err := child(container, step)
	if err != nil {
		return nil, err
	}
	if _, isKey := step.(string); isKey {
		return container, nil
	}
	rest, err := remove(container, step)
	if err != nil {
		return nil, err
	}
	items := rest.([]any)
	result := append([]any{}, items[:position]...)
	result = append(result, value)
	return append(result, items[position:]...), nil
}

// intended is the old data with the edit made.
func intended(before any, edit line) (any, error) {
	var value any
	var err error
	if edit.Value != nil {
		if value, err = decode(edit.Value); err != nil {
			return nil, err
		}
	}
	switch edit.Op {
	case "set":
		return with(before, edit.Path, func(any) (any, error) { return value, nil })
	case "insert":
		return with(before, edit.Path, func(container any) (any, error) { return insert(container, edit, value) })
	case "remove":
		if edit.From != nil {
			if value, err = find(before, edit.From); err != nil {
				return nil, err
			}
			return with(before, edit.Path, func(any) (any, error) { return value, nil })
		}
		last := len(edit.Path) - 1
		return with(before, edit.Path[:last], func(container any) (any, error) { return remove(container, edit.Path[last]) })
	case "rename":
		return renamed(before, edit)
	case "move":
		last := len(edit.Path) - 1
		return with(before, edit.Path[:last], func(container any) (any, error) { return move(container, edit.Path[last], edit.Position) })
	}
	return nil, fmt.Errorf("unknown edit %q", edit.Op)
}

func check(text []byte, before any, edit line) error {
	replacement, err := base64.StdEncoding.DecodeString(edit.New)
	if err != nil {
		return err
	}
	after := append(append(append([]byte{}, text[:edit.At]...), replacement...), text[edit.At+edit.Length:]...)
	if sum := sha1.Sum(after); hex.EncodeToString(sum[:]) != edit.Sha1 {
		return errors.New("the patch does not give the text")
	}
	expected, err := intended(before, edit)
	if err != nil {
		return fmt.Errorf("the edit cannot be made on the old data: %w", err)
	}
	actual, err := helm(after)
	if err != nil {
		return fmt.Errorf("Helm cannot read it: %w", err)
	}
	if !reflect.DeepEqual(actual, expected) {
		return errors.New("another tree for Helm")
	}
	return nil
}

func run() (report, error) {
	var result report
	var name string
	var text []byte
	var before any
	readable := false
	input := bufio.NewReaderSize(os.Stdin, 1<<20)
	for {
		raw, err := input.ReadBytes('\n')
		if len(raw) == 0 {
			return result, nil
		}
		if err != nil {
			return result, err
		}
		var edit line
		if err := json.Unmarshal(raw, &edit); err != nil {
			return result, err
		}
		if edit.Doc != nil {
			name = *edit.Doc
			if text, err = base64.StdEncoding.DecodeString(edit.Text); err != nil {
				return result, err
			}
			before, err = helm(text)
			readable = err == nil
			result.Documents++
			if !readable && !edit.Refuse {
				result.Unreadable = append(result.Unreadable, fmt.Sprintf("%s: %v", name, err))
			}
			continue
		}
		result.Edits++
		err = errors.New("an edit of what Helm cannot read")
		if readable {
			err = check(text, before, edit)
		}
		if err != nil {
			result.Wrong++
			if len(result.Examples) < 200 {
				result.Examples = append(result.Examples, fmt.Sprintf("%s: %s %v %s: %v", name, edit.Op, edit.Path, edit.Value, err))
			}
		}
	}
}

func main() {
	result, err := run()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	json.NewEncoder(os.Stdout).Encode(result)
}
