#pragma once

#include "core/task.h"
#include "mlflow/mlflowaccount.h"

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QString>

#include <optional>

class QNetworkAccessManager;

namespace rayhelm {

struct HttpReply;

/// What a login attempt proved.
enum class LoginVerdict {
    Works,       ///< refused without, accepted with the password
    NotNeeded,   ///< the server accepts everybody: the password was not proven
    Refused,     ///< wrong user name or password
};

enum class ExperimentVerdict { Free, Yours, ReadOnly, Forbidden, Deleted };

struct ExperimentCheck {
    ExperimentVerdict verdict = ExperimentVerdict::Free;
    QString experimentId; ///< empty: free or forbidden
    int runs = -1;        ///< of an experiment of ours; more than 1000 count as 1000; -1: not known
    bool rightsKnown = true; ///< false: the server does not tell rights, "Yours" means readable
};

struct MlflowRun {
    QString runId;
    QString name;
    QString parentRunId; ///< empty: no nested run
    QString experimentId;
    QString status; ///< RUNNING, SCHEDULED, FINISHED, FAILED, KILLED
    QString user;
    QDateTime started;
    QDateTime ended;
    QHash<QString, double> metrics; ///< last values; NaN and infinities possible
    QHash<QString, QString> parameters;
    QHash<QString, QString> tags;
};

/// MLflow's REST interface, 2.x and 3.x. Errors of every call: Cancelled, Unreachable, TimedOut, AuthenticationFailed
/// (401), Forbidden (403), NotFound, InvalidInput, Protocol; `detail` holds the answer's text.
class MlflowClient : public QObject
{
    Q_OBJECT
public:
    /// `network` must outlive the client.
    MlflowClient(QNetworkAccessManager *network, MlflowAccount account, QObject *parent = nullptr);
    ~MlflowClient() override;

    const QUrl &uri() const { return m_account.uri; }

    /// Whether an MLflow server answers there. NotFound: something else does.
    Task<> health(std::stop_token stop);
    /// "3.5.1"; NotFound on servers before 2.1.
    Task<QString> version(std::stop_token stop);
    /// Asks without, then with the password.
    Task<LoginVerdict> checkLogin(std::stop_token stop);
    /// By name alone; nothing is created.
    Task<ExperimentCheck> checkExperiment(QString name, std::stop_token stop);
    /// Newest first, nested runs included.
    Task<QList<MlflowRun>> runs(QString experimentId, int maximum, std::stop_token stop);

    /// The page of a run in MLflow's own interface.
    QUrl runPage(const QString &experimentId, const QString &runId) const;
    QUrl experimentPage(const QString &experimentId) const;

private:
    enum class Credentials { With, Without };
    struct Call;
    Task<HttpReply> send(Call call, std::stop_token stop);
    Task<QJsonObject> json(Call call, std::stop_token stop);
    Task<QString> permissionByRole(QString experimentId, std::stop_token stop);
    Task<QString> permissionByList(QString experimentId, std::stop_token stop);
    Task<std::optional<bool>> mayWrite(QString experimentId, std::stop_token stop);
    Task<int> countRuns(QString experimentId, std::stop_token stop);

    QNetworkAccessManager *m_network;
    MlflowAccount m_account;
};

/// "Free", "Yours, 12 runs: new runs are added", "Taken: no right to write" ...
QString experimentVerdictText(const ExperimentCheck &check);
/// A name that MLflow accepts: 1 to 500 characters. Empty: it can be used.
QString experimentNameProblem(const QString &name);

} // namespace rayhelm
