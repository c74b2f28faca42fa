#include "remote/sshtarget.h"

#include "core/profilecheck.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace rayhelm {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::SshTarget)
};

bool hasBlankOrControl(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isSpace() || c.category() == QChar::Other_Control; });
}

/// Empty: the host name can be used.
QString hostProblem(const QString &host)
{
    if (host.isEmpty())
        return Words::tr("Give the address of the machine.");
    if (hasBlankOrControl(host))
        return Words::tr("An address contains no spaces or line breaks.");
    if (host.startsWith(QLatin1Char('-')))
        return Words::tr("An address does not begin with a hyphen.");
    if (host.contains(QLatin1Char('@')))
        return Words::tr("Give the user in its own field, not in the address.");
    if (host.contains(QLatin1String("://")) || host.contains(QLatin1Char('/')))
        return Words::tr("Give only the machine's name or number, not a web address.");
    static const QRegularExpression name(QStringLiteral("^[\\p{L}\\p{N}._-]+\\z"));
    static const QRegularExpression number(QStringLiteral("^[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(?:%[A-Za-z0-9._-]+)?\\z"));
    static const QRegularExpression withPort(QStringLiteral("^[^:]+:\\d+\\z"));
    if (withPort.match(host).hasMatch())
        return Words::tr("Give the port in its own field, not in the address.");
    if (!name.match(host).hasMatch() && !number.match(host).hasMatch())
        return Words::tr("This address contains a character that no machine's name has.");
    return {};
}

QString userProblem(const QString &user)
{
    if (hasBlankOrControl(user))
        return Words::tr("A user name contains no spaces or line breaks.");
    if (user.startsWith(QLatin1Char('-')))
        return Words::tr("A user name does not begin with a hyphen.");
    static const QRegularExpression unsafe(QStringLiteral("[\"'`$;&|<>(){}\\\\/]"));
    if (unsafe.match(user).hasMatch())
        return Words::tr("This user name contains a character that no account's name has.");
    return {};
}

/// Looks at the first bytes: ssh's own words for a wrong file ("invalid format") help nobody.
QString keyContentProblem(const QString &path, const QByteArray &head)
{
    if (head.contains("PRIVATE KEY-----") || head.startsWith("PuTTY-User-Key-File")) {
        return head.startsWith("PuTTY") ? Words::tr("This is a key of PuTTY. Save it in the OpenSSH format first.") : QString();
    }
    if (head.startsWith("ssh-") || head.startsWith("ecdsa-") || head.startsWith("sk-") || path.endsWith(QLatin1String(".pub")))
        return Words::tr("This is the public half of a key. Choose the file without “.pub”.");
    return Words::tr("This file holds no private key.");
}

QList<FieldProblem> keyFileProblems(const QString &given, const QString &field)
{
    if (given.trimmed().isEmpty())
        return {{field, Words::tr("Choose the file with your private key."), false}};
    const QString path = given.startsWith(QLatin1String("~/")) ? QDir::homePath() + given.mid(1) : given;
    if (path.contains(QLatin1String("${")) || path.contains(QLatin1Char('\n')))
        return {{field, Words::tr("ssh cannot use a file of this name. Rename it."), false}};
    const QFileInfo info(path);
    if (info.isDir())
        return {{field, Words::tr("This is a folder. Choose the file with your private key."), false}};
    if (!info.exists())
        return {{field, Words::tr("This file does not exist."), false}};
    if (!info.isFile()) // a pipe or a device would be waited for without end
        return {{field, Words::tr("This file holds no private key."), false}};
    QFile file(path);
    if (!info.isReadable() || !file.open(QIODevice::ReadOnly))
        return {{field, Words::tr("You may not read this file."), false}};
    const QString problem = keyContentProblem(path, file.read(4096));
    if (!problem.isEmpty())
        return {{field, problem, false}};
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if (info.permissions() & others)
        return {{field, Words::tr("Others may read this key, so ssh refuses it. Let only its owner read it (mode 600)."), false}};
    return {};
}

QList<FieldProblem> jumpProblems(const QString &jumpHost)
{
    for (const QString &hop : jumpHost.split(QLatin1Char(','))) {
        const SshTarget target = targetFromText(hop);
        for (const QString &problem : {hostProblem(target.host), userProblem(target.user)}) {
            if (!problem.isEmpty())
                return {{QStringLiteral("jumpHost"), problem, false}};
        }
        if (target.port == 0)
            return {{QStringLiteral("jumpHost"), Words::tr("A port is a number from 1 to 65535."), false}};
    }
    return {};
}

} // namespace

QList<FieldProblem> validate(const SshTarget &target)
{
    QList<FieldProblem> problems;
    if (const QString problem = hostProblem(target.host); !problem.isEmpty())
        problems.append({QStringLiteral("host"), problem, false});
    if (target.port == 0)
        problems.append({QStringLiteral("port"), Words::tr("A port is a number from 1 to 65535."), false});
    if (const QString problem = userProblem(target.user); !problem.isEmpty())
        problems.append({QStringLiteral("user"), problem, false});
    if (target.login == LoginKind::KeyFile)
        problems += keyFileProblems(target.identityFile, QStringLiteral("identityFile"));
    if (!target.jumpHost.isEmpty())
        problems += jumpProblems(target.jumpHost);
    return problems;
}

QList<FieldProblem> validate(const Profile &profile)
{
    QList<FieldProblem> problems = validate(fromProfile(profile));
    const QList<SettingProblem> settings = settingProblems(profile);
    for (const SettingProblem &found : settings)
        problems.append({found.setting, found.text, false});
    if (profile.hpcLogin.isEmpty())
        return problems;
    const QList<FieldProblem> hpcProblems = validate(hpcTarget(profile));
    for (FieldProblem problem : hpcProblems) {
        problem.field = problem.field == QLatin1String("identityFile") ? QStringLiteral("hpcIdentityFile")
                                                                        : QStringLiteral("hpcLogin");
        problems.append(problem);
    }
    return problems;
}

} // namespace rayhelm
