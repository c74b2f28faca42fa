#include "benchvalues.h"

#include "values/valuesschema.h"

namespace rayhelm {

namespace {

QByteArray workerGroup(int number)
{
    const QByteArray name = "group" + QByteArray::number(number);
    QByteArray text = "  # Workers of step " + QByteArray::number(number) + ", see the paper\n  " + name + ":\n"
        "    disabled: false\n    groupName: " + name + "\n    replicas: " + QByteArray::number(1 + number % 3) + "\n"
        "    minReplicas: 1\n    maxReplicas: 4 # as many as the project may have\n    labels: {}\n    rayStartParams: {}\n    annotations:\n"
        "      slurm-job.vk.io/flags: \"--partition=gpu --gres=gpu:1 --time=120 --nodes=1\"\n"
        "      slurm-job.vk.io/singularity-options: \"--nv --env STEP=" + QByteArray::number(number) + "\"\n"
        "    resources:\n      limits:\n        cpu: \"64\"\n        memory: \"128G\"\n      requests:\n        cpu: \"64\"\n        memory: \"128G\"\n"
        "    tolerations:\n      - key: virtual-node.interlink/no-schedule\n        operator: Exists\n"
        "    nodeSelector: {}\n    containerEnv:\n";
    for (int i = 0; i < 14; ++i)
        text += "      - name: SETTING_" + QByteArray::number(i) + "\n        value: \"" + QByteArray::number(i * number) + "\"\n";
    return text;
}

} // namespace

QByteArray largeValues(int lines)
{
    QByteArray text = ValuesSchema::exampleFile();
    text += "\ncommon:\n  containerEnv:\n";
    int count = int(text.count('\n'));
    for (int i = 0; count < lines * 3 / 10; ++i, count += 2)
        text += "    - name: LONG_LIST_" + QByteArray::number(i) + "\n      value: \"entry " + QByteArray::number(i) + "\" # why it is there\n";
    for (int i = 0; count < lines / 2; ++i, ++count)
        text += "# note " + QByteArray::number(i) + ": words that explain the files of this project and are kept as they are\n";
    text += "additionalWorkerGroups:\n";
    for (int i = 1; count < lines; ++i) {
        const QByteArray group = workerGroup(i);
        text += group;
        count += int(group.count('\n'));
    }
    return text;
}

} // namespace rayhelm
