#pragma once

#include <QList>
#include <QMetaType>
#include <QString>

namespace rayhelm {

/// Where a variable of a container is written.
enum class EnvironmentPlace {
    Container,   ///< the chart's containerEnv; the gateway hands it over safely quoted
    Singularity, ///< --env in the Singularity options; `$NAME` is filled in on the HPC node
};

struct EnvironmentEntry {
    QString name;
    QString value;
    EnvironmentPlace place = EnvironmentPlace::Singularity;
    bool fromElsewhere = false; ///< valueFrom (a Secret, a field): shown, kept, not edited here

    bool operator==(const EnvironmentEntry &) const = default;
};

using EnvironmentList = QList<EnvironmentEntry>;

} // namespace rayhelm

Q_DECLARE_METATYPE(rayhelm::EnvironmentList)
