<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>rayhelm::ActivityPanel</name>
    <message numerus="yes">
        <source>Activity: %n command(s)</source>
        <translation>
            <numerusform>Activity: %n command</numerusform>
            <numerusform>Activity: %n commands</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::ClusterHeldBar</name>
    <message numerus="yes">
        <source>Asked for %n node(s).</source>
        <translation>
            <numerusform>Asked for %n node.</numerusform>
            <numerusform>Asked for %n nodes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::ClusterPanel</name>
    <message numerus="yes">
        <source>%n log(s) saved.</source>
        <translation>
            <numerusform>%n log saved.</numerusform>
            <numerusform>%n logs saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::ClusterStatus</name>
    <message numerus="yes">
        <source>%1 failed %n time(s) in 10 min; each time asks for a new Slurm job and costs hours. Delete the cluster; the first failure&apos;s log is kept here if it could be read.</source>
        <translation>
            <numerusform>%1 failed %n time in 10 min; each time asks for a new Slurm job and costs hours. Delete the cluster; the first failure&apos;s log is kept here if it could be read.</numerusform>
            <numerusform>%1 failed %n times in 10 min; each time asks for a new Slurm job and costs hours. Delete the cluster; the first failure&apos;s log is kept here if it could be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n worker(s) wait(s) for the head and use(s) HPC hours.</source>
        <translation>
            <numerusform>%n worker waits for the head and uses HPC hours.</numerusform>
            <numerusform>%n workers wait for the head and use HPC hours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n pod(s) do not run yet, and no reason is passed on here. Waiting is normal; a shorter time limit may start earlier.</source>
        <translation>
            <numerusform>%1 of %n pod does not run yet, and no reason is passed on here. Waiting is normal; a shorter time limit may start earlier.</numerusform>
            <numerusform>%1 of %n pods do not run yet, and no reason is passed on here. Waiting is normal; a shorter time limit may start earlier.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n pod(s) usable</source>
        <translation>
            <numerusform>%1 of %n pod usable</numerusform>
            <numerusform>%1 of %n pods usable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Being deleted: %n pod(s) left</source>
        <translation>
            <numerusform>Being deleted: %n pod left</numerusform>
            <numerusform>Being deleted: %n pods left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Jobs can start now, with %n GPU(s).</source>
        <translation>
            <numerusform>Jobs can start now, with %n GPU.</numerusform>
            <numerusform>Jobs can start now, with %n GPUs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) with an impossible name was/were left out.</source>
        <translation>
            <numerusform>%n object with an impossible name was left out.</numerusform>
            <numerusform>%n objects with impossible names were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::ComparePage</name>
    <message numerus="yes">
        <source>%n place(s) were changed by both; choose whose version is taken.</source>
        <translation>
            <numerusform>%n place was changed by both; choose whose version is taken.</numerusform>
            <numerusform>%n places were changed by both; choose whose version is taken.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::ConnectionPanel</name>
    <message numerus="yes">
        <source>This file changes %n setting(s) of your connection &quot;%1&quot;.</source>
        <translation>
            <numerusform>This file changes %n setting of your connection &quot;%1&quot;.</numerusform>
            <numerusform>This file changes %n settings of your connection &quot;%1&quot;.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::DeletePage</name>
    <message numerus="yes">
        <source>%n job(s) still run and would be lost.</source>
        <translation>
            <numerusform>%n job still runs and would be lost.</numerusform>
            <numerusform>%n jobs still run and would be lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pod(s) have no Slurm job number yet. Deleting waits up to 30 s for it; a job whose number stays unknown may start later.</source>
        <translation>
            <numerusform>%n pod has no Slurm job number yet. Deleting waits up to 30 s for it; a job whose number stays unknown may start later.</numerusform>
            <numerusform>%n pods have no Slurm job number yet. Deleting waits up to 30 s for it; a job whose number stays unknown may start later.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pod(s)</source>
        <translation>
            <numerusform>%n pod</numerusform>
            <numerusform>%n pods</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Slurm job(s) %1</source>
        <translation>
            <numerusform>Slurm job %1</numerusform>
            <numerusform>Slurm jobs %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::DeleteRelease</name>
    <message numerus="yes">
        <source>%n job(s) run on it: type the cluster&apos;s name to delete it.</source>
        <translation>
            <numerusform>%n job runs on it: type the cluster&apos;s name to delete it.</numerusform>
            <numerusform>%n jobs run on it: type the cluster&apos;s name to delete it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pod(s) have no Slurm job number; their jobs may start later.</source>
        <translation>
            <numerusform>%n pod has no Slurm job number; its job may start later.</numerusform>
            <numerusform>%n pods have no Slurm job number; their jobs may start later.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Slurm job(s) noted</source>
        <translation>
            <numerusform>%n Slurm job noted</numerusform>
            <numerusform>%n Slurm jobs noted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pod(s) left</source>
        <translation>
            <numerusform>%n pod left</numerusform>
            <numerusform>%n pods left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n log(s) saved, without colours and other control characters</source>
        <translation>
            <numerusform>%n log saved, without colours and other control characters</numerusform>
            <numerusform>%n logs saved, without colours and other control characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::EnvironmentInput</name>
    <message numerus="yes">
        <source>%1 is given %n time(s); the last one counts: %2</source>
        <translation>
            <numerusform>%1 is given %n time; the last one counts: %2</numerusform>
            <numerusform>%1 is given %n times; the last one counts: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::ExperimentVerdict</name>
    <message numerus="yes">
        <source>Yours, %n run(s): new runs are added</source>
        <translation>
            <numerusform>Yours, %n run: new runs are added</numerusform>
            <numerusform>Yours, %n runs: new runs are added</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::GiveBackReport</name>
    <message numerus="yes">
        <source>%n job(s) end by themselves at %1 at the latest</source>
        <translation>
            <numerusform>%n job ends by itself at %1 at the latest</numerusform>
            <numerusform>%n jobs end by themselves at %1 at the latest</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Given back: the HPC confirms that all %n job(s) have ended at %1.</source>
        <translation>
            <numerusform>Given back: the HPC confirms that the job has ended at %1.</numerusform>
            <numerusform>Given back: the HPC confirms that all %n jobs have ended at %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kubernetes has let go of %n pod(s).</source>
        <translation>
            <numerusform>Kubernetes has let go of %n pod.</numerusform>
            <numerusform>Kubernetes has let go of %n pods.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::Held</name>
    <message numerus="yes">
        <source>%n GPU(s)</source>
        <translation>
            <numerusform>%n GPU</numerusform>
            <numerusform>%n GPUs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) in the queue</source>
        <translation>
            <numerusform>%n node in the queue</numerusform>
            <numerusform>%n nodes in the queue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%n queued</numerusform>
            <numerusform>%n queued</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::Http</name>
    <message numerus="yes">
        <source>%1 did not answer within %n second(s).</source>
        <translation>
            <numerusform>%1 did not answer within %n second.</numerusform>
            <numerusform>%1 did not answer within %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::ImageForm</name>
    <message numerus="yes">
        <source>%n tag(s), read %1.</source>
        <translation>
            <numerusform>%n tag, read %1.</numerusform>
            <numerusform>%n tags, read %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s) with an impossible name was/were left out.</source>
        <translation>
            <numerusform>%n tag with an impossible name was left out.</numerusform>
            <numerusform>%n tags with impossible names were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::JobDesk</name>
    <message numerus="yes">
        <source>Ray&apos;s job list is too long: the newest %1 are looked at, %n older one(s) are not.</source>
        <translation>
            <numerusform>Ray&apos;s job list is too long: the newest %1 are looked at, %n older one is not.</numerusform>
            <numerusform>Ray&apos;s job list is too long: the newest %1 are looked at, %n older ones are not.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) with an impossible name was/were left out.</source>
        <translation>
            <numerusform>%n job with an impossible name was left out.</numerusform>
            <numerusform>%n jobs with impossible names were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::JobFilesPage</name>
    <message numerus="yes">
        <source>%n file(s) are sent, %1 of %2 allowed.</source>
        <translation>
            <numerusform>%n file is sent, %1 of %2 allowed.</numerusform>
            <numerusform>%n files are sent, %1 of %2 allowed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Data paths on the HPC are not sent: %1 (%n path(s)).</source>
        <translation>
            <numerusform>A data path on the HPC is not sent: %1 (%n path).</numerusform>
            <numerusform>Data paths on the HPC are not sent: %1 (%n paths).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send also what links out of the folder lead to: %n link(s), such as %1</source>
        <translation>
            <numerusform>Send also what links out of the folder lead to: %n link, %1</numerusform>
            <numerusform>Send also what links out of the folder lead to: %n links, such as %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::JobPanel</name>
    <message numerus="yes">
        <source>%n job(s) running</source>
        <translation>
            <numerusform>%n job running</numerusform>
            <numerusform>%n jobs running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::JobResourcesPage</name>
    <message numerus="yes">
        <source>Ray has %n node(s) with %1 CPUs and %2 GPUs in all.</source>
        <translation>
            <numerusform>Ray has %n node with %1 CPUs and %2 GPUs in all.</numerusform>
            <numerusform>Ray has %n nodes with %1 CPUs and %2 GPUs in all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::JobReviewPage</name>
    <message numerus="yes">
        <source>Folder: %1, %n file(s), %2</source>
        <translation>
            <numerusform>Folder: %1, %n file, %2</numerusform>
            <numerusform>Folder: %1, %n files, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::JobWhatPage</name>
    <message numerus="yes">
        <source>No pipeline found in %1. Looked at %n .yaml file(s).</source>
        <translation>
            <numerusform>No pipeline found in %1. Looked at %n .yaml file.</numerusform>
            <numerusform>No pipeline found in %1. Looked at %n .yaml files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Found %n configuration(s).</source>
        <translation>
            <numerusform>Found %n configuration.</numerusform>
            <numerusform>Found %n configurations.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::LogPane</name>
    <message numerus="yes">
        <source>Paused: %n new line(s).</source>
        <translation>
            <numerusform>Paused: %n new line.</numerusform>
            <numerusform>Paused: %n new lines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::LogView</name>
    <message numerus="yes">
        <source>(folded, %n updates)</source>
        <translation>
            <numerusform>(folded, %n update)</numerusform>
            <numerusform>(folded, %n updates)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::ResourceSummary</name>
    <message numerus="yes">
        <source>%n head(s)</source>
        <translation>
            <numerusform>%n head</numerusform>
            <numerusform>%n heads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n worker(s)</source>
        <translation>
            <numerusform>%n worker</numerusform>
            <numerusform>%n workers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n GPU(s)</source>
        <translation>
            <numerusform>%n GPU</numerusform>
            <numerusform>%n GPUs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n CPU(s)</source>
        <translation>
            <numerusform>%n CPU</numerusform>
            <numerusform>%n CPUs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at most %n GPU hour(s)</source>
        <translation>
            <numerusform>at most %n GPU hour</numerusform>
            <numerusform>at most %n GPU hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::ReviewContent</name>
    <message numerus="yes">
        <source>Running pods do not change: %n change(s) do not reach them. KubeRay applies them only to new pods. To use them now, delete the cluster and install again.</source>
        <translation>
            <numerusform>Running pods do not change: %n change does not reach them. KubeRay applies it only to new pods. To use it now, delete the cluster and install again.</numerusform>
            <numerusform>Running pods do not change: %n changes do not reach them. KubeRay applies them only to new pods. To use them now, delete the cluster and install again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete and install again (loses %n running job(s))</source>
        <translation>
            <numerusform>&amp;Delete and install again (loses %n running job)</numerusform>
            <numerusform>&amp;Delete and install again (loses %n running jobs)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::ReviewPage</name>
    <message numerus="yes">
        <source>The configuration has %n problem(s) that must be corrected first.</source>
        <translation>
            <numerusform>The configuration has %n problem that must be corrected first.</numerusform>
            <numerusform>The configuration has %n problems that must be corrected first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::StatusFeed</name>
    <message numerus="yes">
        <source>%n job(s) running</source>
        <translation>
            <numerusform>%n job running</numerusform>
            <numerusform>%n jobs running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::StatusStrip</name>
    <message numerus="yes">
        <source>%n node(s) wait in the HPC queue and may start later.</source>
        <translation>
            <numerusform>%n node waits in the HPC queue and may start later.</numerusform>
            <numerusform>%n nodes wait in the HPC queue and may start later.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n GPU(s) are perhaps still held.</source>
        <translation>
            <numerusform>%n GPU is perhaps still held.</numerusform>
            <numerusform>%n GPUs are perhaps still held.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) running</source>
        <translation>
            <numerusform>%n job running</numerusform>
            <numerusform>%n jobs running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n GPU(s) are still held; no time limit is known.</source>
        <translation>
            <numerusform>%n GPU is still held; no time limit is known.</numerusform>
            <numerusform>%n GPUs are still held; no time limit is known.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) are still held; no time limit is known.</source>
        <translation>
            <numerusform>%n node is still held; no time limit is known.</numerusform>
            <numerusform>%n nodes are still held; no time limit is known.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n GPU(s) are still held until about %1.</source>
        <translation>
            <numerusform>%n GPU is still held until about %1.</numerusform>
            <numerusform>%n GPUs are still held until about %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) are still held until about %1.</source>
        <translation>
            <numerusform>%n node is still held until about %1.</numerusform>
            <numerusform>%n nodes are still held until about %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::Text</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::ValuesForm</name>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::ValuesFormView</name>
    <message numerus="yes">
        <source>%1, %n problem(s)</source>
        <translation>
            <numerusform>%1, %n problem</numerusform>
            <numerusform>%1, %n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::ValuesPanel</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%n hint</numerusform>
            <numerusform>%n hints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::ValuesSection</name>
    <message numerus="yes">
        <source>For head and workers together. They differ in %n setting(s).</source>
        <translation>
            <numerusform>For head and workers together. They differ in %n setting.</numerusform>
            <numerusform>For head and workers together. They differ in %n settings.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::ValuesTools</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::WorkerGroupsBar</name>
    <message numerus="yes">
        <source>%n worker(s)</source>
        <translation>
            <numerusform>%n worker</numerusform>
            <numerusform>%n workers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rayhelm::WorkingDirectory</name>
    <message numerus="yes">
        <source>%n file(s) came into the folder after you looked at the list: %1. Look at the files again, then send the job.</source>
        <translation>
            <numerusform>%n file came into the folder after you looked at the list: %1. Look at the files again, then send the job.</numerusform>
            <numerusform>%n files came into the folder after you looked at the list: %1. Look at the files again, then send the job.</numerusform>
        </translation>
    </message>
</context>
</TS>
