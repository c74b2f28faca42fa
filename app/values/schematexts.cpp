#include "values/schematexts.h"

#include <QtGlobal>

namespace rayhelm {

// The texts of resources/values/fields.json, here so that they are found for translation; a test compares the two.
const std::vector<const char *> &schemaTexts()
{
    static const std::vector<const char *> texts{
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "Workers"),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "Each pod"),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "Image"),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "HPC"),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "Files and environment"),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "Network"),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "Advanced"),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "Pods that work beside the head. Each is one Slurm job with its own GPUs and CPUs."),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "At least"),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "KubeRay raises the number of workers to this one."),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "At most"),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "KubeRay lowers the number of workers to this one."),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "Group name"),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "Part of the names of the worker pods."),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "GPUs per pod"),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "GPUs that Slurm gives to each pod. Ray sees them only if the container is started with --nv."),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "Time limit"),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "Slurm ends each pod after this time. A shorter limit may start earlier."),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "CPUs"),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "CPUs of each pod; Slurm gets them as --cpus-per-task, Ray as --num-cpus."),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "Memory"),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "Memory of each pod, for example 128G; Slurm gets it as --mem. The head needs at least 2G."),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "Image file"),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "The container image file on the HPC, up to its last colon. The chart joins both parts to folder/name:tag."),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "Image tag"),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "What follows the last colon of the image file's name."),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "Fetch image"),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "Only for pods in the cloud; an image file on the HPC is never fetched."),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "Partition"),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "Slurm's queue, for example gpu."),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "Slurm account"),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "The project that pays. Empty: the default of the HPC."),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "Quality of service"),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "A class of jobs with its own limits. Empty: the default of the HPC."),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "Node features"),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "Only nodes with these features, for example a100."),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "Nodes per pod"),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "A pod of Ray runs on one node; more than one only costs more."),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "Gateway"),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "The virtual node that hands the pods over to the HPC."),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "Run on the HPC"),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "Lets the pods run behind the gateway, and outlive a gap of five minutes in its contact."),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "Folders to see"),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "Folders of the HPC that the container sees, for example /ceph or /data:/mnt."),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "Environment"),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "Variables for the programs in the container. Passwords do not belong here: everybody with access to the cluster can read them."),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "Own address for each pod"),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "Head and workers reach each other through a private network. Any value turns it on, even \"false\"."),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "Start script"),
        QT_TRANSLATE_NOOP("rayhelm::ValuesSchema", "Shell text that runs on the HPC before the container. A line end at its end changes what it means to older gateways."),
    };
    return texts;
}

} // namespace rayhelm
